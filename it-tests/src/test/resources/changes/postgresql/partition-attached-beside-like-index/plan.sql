-- RenameIndex
ALTER INDEX "north_own" RENAME TO "north_region_note_idx";

-- AlterTable
-- hazard: fails-on-existing-rows: table public.north: it fails if a row is not within the partition's bounds
-- hazard: blocks-reads: table public.north: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "event" ATTACH PARTITION "north" FOR VALUES IN ('north');

-- CreateIndex
-- hazard: blocks-writes: table public.north: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "north_own" ON "north"("region", "note");
