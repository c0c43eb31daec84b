-- DropObject
DROP ROUTINE "gone"(public."Tag Source");

-- DropObject
-- hazard: recreated: routine public.weight(public."Tag Source", public."Tag Source"[]): it is dropped and made anew
-- hazard: privileges-lost: routine public.weight(public."Tag Source", public."Tag Source"[]): what was granted on it goes with it, and must be granted again
DROP ROUTINE "weight"(public."Tag Source", public."Tag Source"[]);

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.t.s: it fails where values are no label of public.Tag Source_new
-- hazard: table-rewrite: table public.t: every row of it is written anew
-- hazard: blocks-reads: table public.t: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
CREATE TYPE "Tag Source_new" AS ENUM ('a', 'b');
ALTER TABLE "t" ALTER COLUMN "s" TYPE "Tag Source_new" USING ("s"::text::"Tag Source_new");
ALTER TYPE "Tag Source" RENAME TO "Tag Source_old";
ALTER TYPE "Tag Source_new" RENAME TO "Tag Source";
DROP TYPE "Tag Source_old";

-- CreateObject
CREATE FUNCTION "weight"("s" "Tag Source" DEFAULT NULL, "many" "Tag Source"[] DEFAULT NULL) RETURNS INTEGER LANGUAGE "plpgsql" AS $$ BEGIN RETURN 1; END $$;

-- Comment
COMMENT ON ROUTINE "weight"(public."Tag Source", public."Tag Source"[]) IS 'always one';
