-- DropIndex
DROP INDEX "readings_once" CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "readings_once" ON ONLY "readings"("region", "at");

-- CreateIndex
-- hazard: fails-on-existing-rows: index public.readings_one.readings_one_region_at_idx: it fails if (region, at) holds duplicates
-- hazard: blocks-writes: table public.readings_one: nobody writes to it while its rows are read (SHARE)
CREATE UNIQUE INDEX "readings_one_region_at_idx" ON "readings_one"("region", "at");
ALTER INDEX "readings_once" ATTACH PARTITION "readings_one_region_at_idx";
