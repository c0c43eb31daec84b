-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Buoy" (
    "id" INTEGER NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Buoy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Buoy_name_key" ON "Buoy"("name" ASC);

-- CreateIndex
CREATE INDEX "Buoy_east_north_id_idx" ON "Buoy"("east" ASC, "north", "id" DESC);
