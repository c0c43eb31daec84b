-- AlterTable
ALTER TABLE "gate" NO INHERIT "door";

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.door.stands: it fails where values are no label of public.state_new
-- hazard: table-rewrite: table public.door: every row of it is written anew
-- hazard: blocks-reads: table public.door: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
-- hazard: fails-on-existing-rows: column public.gate.stands: it fails where values are no label of public.state_new
-- hazard: table-rewrite: table public.gate: every row of it is written anew
-- hazard: blocks-reads: table public.gate: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
CREATE TYPE "state_new" AS ENUM ('open', 'locked');
ALTER TABLE "door" ALTER COLUMN "stands" TYPE "state_new" USING ("stands"::text::"state_new");
ALTER TABLE "gate" ALTER COLUMN "stands" TYPE "state_new" USING ("stands"::text::"state_new");
ALTER TYPE "state" RENAME TO "state_old";
ALTER TYPE "state_new" RENAME TO "state";
DROP TYPE "state_old";
