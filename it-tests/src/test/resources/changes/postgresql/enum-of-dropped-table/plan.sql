-- DropTable
-- hazard: data-loss: table public.door: every row of the table is lost
DROP TABLE "door";

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.lid.stands: it fails where values are no label of public.state_new
-- hazard: table-rewrite: table public.lid: every row of it is written anew
-- hazard: blocks-reads: table public.lid: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
CREATE TYPE "state_new" AS ENUM ('open', 'locked');
ALTER TABLE "lid" ALTER COLUMN "stands" TYPE "state_new" USING ("stands"::text::"state_new");
ALTER TYPE "state" RENAME TO "state_old";
ALTER TYPE "state_new" RENAME TO "state";
DROP TYPE "state_old";
