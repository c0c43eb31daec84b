-- AlterTable
ALTER TABLE "t" ALTER COLUMN "a" SET STATISTICS 500,
ALTER COLUMN "b" SET STORAGE EXTERNAL,
SET (autovacuum_enabled = 'off'),
RESET (fillfactor);

-- AlterTable
-- hazard: table-rewrite: table public.u: every row of it is written anew
-- hazard: blocks-reads: table public.u: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "u" SET LOGGED,
ENABLE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE "t" REPLICA IDENTITY FULL;
