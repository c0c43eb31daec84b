-- AlterTable
-- hazard: table-rewrite: table public.digits: every row of it is written anew
-- hazard: blocks-reads: table public.digits: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "digits" ADD COLUMN     "e" "digit";

-- AlterTable
-- hazard: fails-on-existing-rows: column public.listed.a: it fails if the column holds a NULL
-- hazard: blocks-reads: table public.listed: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "listed" ALTER COLUMN "a" SET NOT NULL;

-- AlterTable
ALTER TABLE "numbers" ADD COLUMN     "w" TEXT;

-- CreateObject
CREATE OR REPLACE VIEW "odd" ("i", "next") AS SELECT "i"."i" AS "i", "i"."i" + 2 AS "next" FROM generate_series(1, 9) AS "i" WHERE "i"."i" % 2 = 1;
