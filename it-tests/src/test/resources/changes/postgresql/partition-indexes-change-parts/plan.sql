-- CreateTable
CREATE TABLE "events_2" (
    "day" INTEGER,
    "kind" TEXT
);

-- CreateIndex
CREATE INDEX "events_again" ON ONLY "events"("day");

-- CreateIndex
CREATE INDEX "events_2_day_idx" ON "events_2"("day");

-- CreateIndex
CREATE INDEX "events_2_day_idx1" ON "events_2"("day");

-- AlterTable
-- hazard: fails-on-existing-rows: table public.events_2: it fails if a row is not within the partition's bounds
ALTER TABLE "events" ATTACH PARTITION "events_2" FOR VALUES IN (2);

-- RenameIndex
ALTER INDEX "events_1_day_idx" RENAME TO "events_1_first";

-- CreateIndex
-- hazard: blocks-writes: table public.events_1: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "events_1_day_idx" ON "events_1"("day");
ALTER INDEX "events_again" ATTACH PARTITION "events_1_day_idx";
