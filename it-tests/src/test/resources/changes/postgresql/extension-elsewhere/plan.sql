-- CreateObject
CREATE FUNCTION "mail_of"("one" INTEGER, "other" "ext"."citext") RETURNS "ext"."citext" LANGUAGE "plpgsql" AS $$
BEGIN
  RETURN other;
END $$;

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.people.people_name_check: it fails if a row violates the condition
-- hazard: blocks-reads: table public.people: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "people" ADD COLUMN     "mail" "ext"."citext" DEFAULT 'none',
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "people_name_check" CHECK ("ext"."similarity"("name", 'nobody') < 1);

-- CreateIndex
-- hazard: blocks-writes: table public.people: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "people_name" ON "people" USING GIN ("name" ext.gin_trgm_ops);

-- CreateObject
CREATE VIEW "mails" ("id", "mail") AS SELECT "people"."id" AS "id", "people"."name"::"ext"."citext" AS "mail" FROM "people" WHERE "ext"."similarity"("people"."name", 'x') > 0;

-- Comment
COMMENT ON ROUTINE "mail_of"(integer, ext.citext) IS 'hands it on';
