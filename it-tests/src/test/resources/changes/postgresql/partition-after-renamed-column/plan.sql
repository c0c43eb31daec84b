-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.may.may_day_remark_key: it fails if (day, remark) holds duplicates
-- hazard: blocks-reads: table public.may: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "may" ADD CONSTRAINT "may_day_remark_key" UNIQUE ("day", "remark");

-- CreateIndex
-- hazard: blocks-writes: table public.may: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "may_remark_idx" ON "may"("remark");

-- AlterTable
-- hazard: fails-on-existing-rows: table public.may: it fails if a row is not within the partition's bounds
-- hazard: blocks-reads: table public.may: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "days" ATTACH PARTITION "may" FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');
