-- DropTable
-- hazard: data-loss: table public.old: every row of the table is lost
DROP TABLE "old";

-- CreateTable
CREATE TABLE "visit" (
    "id" INTEGER,
    "place" VARCHAR(20),
    "day" DATE
) PARTITION BY LIST ("place");

-- CreateTable
CREATE TABLE "visit_north" (
    "id" INTEGER,
    "place" VARCHAR(20),
    "day" DATE
);

-- CreateTable
CREATE TABLE "visit_south" (
    "id" INTEGER,
    "place" VARCHAR(20) NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "visit_south_pkey" PRIMARY KEY ("place","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "visit_once" ON "visit"("place", "day");

-- CreateIndex
CREATE UNIQUE INDEX "visit_north_place_day_idx" ON "visit_north"("place", "day");

-- AlterTable
ALTER TABLE "visit" ATTACH PARTITION "visit_north" FOR VALUES IN ('north');

-- AlterTable
ALTER TABLE "visit" ATTACH PARTITION "visit_south" FOR VALUES IN ('south');
