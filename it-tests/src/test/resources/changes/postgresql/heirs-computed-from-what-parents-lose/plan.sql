-- AlterTable
ALTER TABLE "gauges" DROP CONSTRAINT "gauges_coarse",
DROP COLUMN "coarse",
DROP COLUMN "unread";

-- AlterTable
-- hazard: data-loss: column public.gauges.reading: every value of the column is lost
-- hazard: data-loss: column public.meters.reading: every value of the column is lost
-- hazard: table-rewrite: table public.gauges: every row of it is written anew
-- hazard: table-rewrite: table public.meters: every row of it is written anew
-- hazard: blocks-reads: table public.gauges: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
-- hazard: blocks-reads: table public.meters: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "meters" DROP COLUMN "reading",
ALTER COLUMN "unit" SET DATA TYPE BIGINT;

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.gauges.gauges_coarse: it fails if a row violates the condition
-- hazard: table-rewrite: table public.gauges: every row of it is written anew
-- hazard: blocks-reads: table public.gauges: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "gauges" ADD COLUMN     "coarse" BOOLEAN GENERATED ALWAYS AS ("unit" > 10) STORED,
ADD CONSTRAINT "gauges_coarse" CHECK ("coarse" IS NOT NULL);
