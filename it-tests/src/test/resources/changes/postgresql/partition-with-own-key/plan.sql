-- CreateTable
CREATE TABLE "stays" (
    "place" TEXT NOT NULL,
    "item" INTEGER NOT NULL,

    CONSTRAINT "stays_place_item_key" UNIQUE ("place","item")
) PARTITION BY LIST ("place");

-- CreateTable
CREATE TABLE "stays_hall" (
    "place" TEXT NOT NULL,
    "item" INTEGER NOT NULL,

    CONSTRAINT "stays_hall_place_item_key" UNIQUE ("place","item")
);

-- AlterTable
ALTER TABLE "stays" ATTACH PARTITION "stays_hall" FOR VALUES IN ('hall');

-- AlterTable
ALTER TABLE "stays_hall" ADD CONSTRAINT "stays_hall_pkey" PRIMARY KEY ("place", "item");
