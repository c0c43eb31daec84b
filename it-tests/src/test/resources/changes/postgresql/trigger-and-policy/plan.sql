-- CreateObject
CREATE OR REPLACE FUNCTION "touch"() RETURNS trigger LANGUAGE "plpgsql" AS $$ BEGIN NEW.body := 'x'; RETURN NEW; END $$;

-- DropObject
DROP TRIGGER "touched" ON "docs";

-- DropObject
DROP POLICY "own" ON "docs";

-- DropObject
DROP POLICY "readers" ON "docs";

-- AlterTable
-- hazard: fails-on-existing-rows: column public.docs.owner: it fails where values are longer than 63 characters
-- hazard: table-rewrite: table public.docs: every row of it is written anew
-- hazard: blocks-reads: table public.docs: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "docs" ALTER COLUMN "owner" SET DATA TYPE VARCHAR(63),
FORCE ROW LEVEL SECURITY;

-- CreateObject
CREATE TRIGGER "touched" BEFORE INSERT OR UPDATE OF "body" ON "docs" FOR EACH ROW WHEN ("new"."body" IS NOT NULL) EXECUTE FUNCTION "touch"();

-- CreateObject
CREATE POLICY "own" ON "docs" USING ("docs"."owner" = CURRENT_USER) WITH CHECK ("docs"."id" > 0);

-- CreateObject
CREATE POLICY "readers" ON "docs" AS RESTRICTIVE FOR SELECT USING ("docs"."id" > 1);

-- Comment
COMMENT ON TRIGGER "touched" ON "docs" IS 'keeps time';
