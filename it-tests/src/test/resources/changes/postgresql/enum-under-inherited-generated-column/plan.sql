-- AlterTable
ALTER TABLE "holidays" DROP CONSTRAINT "kept";

-- AlterTable
ALTER TABLE "days" DROP COLUMN "known";

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.days.feeling: it fails where values are no label of public.mood_new
-- hazard: table-rewrite: table public.days: every row of it is written anew
-- hazard: table-rewrite: table public.holidays: every row of it is written anew
-- hazard: blocks-reads: table public.days: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
-- hazard: blocks-reads: table public.holidays: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
CREATE TYPE "mood_new" AS ENUM ('calm', 'glad');
ALTER TABLE "days" ALTER COLUMN "feeling" TYPE "mood_new" USING ("feeling"::text::"mood_new");
ALTER TYPE "mood" RENAME TO "mood_old";
ALTER TYPE "mood_new" RENAME TO "mood";
DROP TYPE "mood_old";

-- AlterTable
-- hazard: table-rewrite: table public.days: every row of it is written anew
-- hazard: table-rewrite: table public.holidays: every row of it is written anew
-- hazard: blocks-reads: table public.days: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
-- hazard: blocks-reads: table public.holidays: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "days" ADD COLUMN     "known" BOOLEAN GENERATED ALWAYS AS ("feeling" IS NOT NULL) STORED;

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.holidays.kept: it fails if a row violates the condition
-- hazard: blocks-reads: table public.holidays: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "holidays" ADD CONSTRAINT "kept" CHECK ("known" OR "feeling" IS NULL);
