-- AlterTable
ALTER TABLE "things" DROP CONSTRAINT "known";

-- AlterTable
ALTER TABLE "tools" DROP CONSTRAINT "known";

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.things.state: it fails where values are no label of public.state_new
-- hazard: table-rewrite: table public.things: every row of it is written anew
-- hazard: blocks-reads: table public.things: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
-- hazard: fails-on-existing-rows: column public.tools.state: it fails where values are no label of public.state_new
-- hazard: table-rewrite: table public.tools: every row of it is written anew
-- hazard: blocks-reads: table public.tools: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
CREATE TYPE "state_new" AS ENUM ('new', 'old');
ALTER TABLE "things" ALTER COLUMN "state" TYPE "state_new" USING ("state"::text::"state_new");
ALTER TABLE "tools" ALTER COLUMN "state" TYPE "state_new" USING ("state"::text::"state_new");
ALTER TYPE "state" RENAME TO "state_old";
ALTER TYPE "state_new" RENAME TO "state";
DROP TYPE "state_old";

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.things.known: it fails if a row violates the condition
-- hazard: blocks-reads: table public.things: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "things" ADD CONSTRAINT "known" CHECK ("state" IS NOT NULL);

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.tools.known: it fails if a row violates the condition
-- hazard: blocks-reads: table public.tools: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "tools" ADD CONSTRAINT "known" CHECK ("state" IS NOT NULL);
ALTER TABLE "tools" INHERIT "things";
