-- CreateTable
CREATE TABLE "monday" (
    "day" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "monday_day_idx" ON "monday"("day");

-- AlterTable
-- hazard: fails-on-existing-rows: table public.monday: it fails if a row is not within the partition's bounds
ALTER TABLE "event" ATTACH PARTITION "monday" FOR VALUES IN (1);

-- CreateIndex
CREATE INDEX "again" ON "monday"("day");
