-- DropObject
-- hazard: recreated: view public.moods: it is dropped and made anew
-- hazard: privileges-lost: view public.moods: what was granted on it goes with it, and must be granted again
DROP VIEW "moods";

-- DropIndex
DROP INDEX "happy_people";

-- AlterTable
ALTER TABLE "people" DROP CONSTRAINT "people_check";

-- DropObject
-- hazard: recreated: routine public.describe(public.mood): it is dropped and made anew
-- hazard: privileges-lost: routine public.describe(public.mood): what was granted on it goes with it, and must be granted again
DROP ROUTINE "describe"(public.mood);

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.people.now: it fails where values are no label of public.mood_new
-- hazard: fails-on-existing-rows: column public.people.before: it fails where values are there that cannot become public.mood_new[]
-- hazard: table-rewrite: table public.people: every row of it is written anew
-- hazard: blocks-reads: table public.people: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
CREATE TYPE "mood_new" AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE "people" ALTER COLUMN "now" DROP DEFAULT,
ALTER COLUMN "now" TYPE "mood_new" USING ("now"::text::"mood_new"),
ALTER COLUMN "before" TYPE "mood_new"[] USING ("before"::text[]::"mood_new"[]);
ALTER TYPE "mood" RENAME TO "mood_old";
ALTER TYPE "mood_new" RENAME TO "mood";
DROP TYPE "mood_old";
ALTER TABLE "people" ALTER COLUMN "now" SET DEFAULT 'ok';

-- CreateObject
CREATE FUNCTION "describe"("one" "mood") RETURNS TEXT LANGUAGE "sql" AS $$ SELECT one::text $$;

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.people.people_check: it fails if a row violates the condition
-- hazard: blocks-reads: table public.people: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "people" ADD CONSTRAINT "people_check" CHECK ("now" <> 'sad' OR "id" > 0);

-- CreateIndex
-- hazard: blocks-writes: table public.people: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "happy_people" ON "people"("id") WHERE ("now" = 'happy');

-- CreateObject
CREATE VIEW "moods" ("id", "now") AS SELECT "people"."id" AS "id", "people"."now" AS "now" FROM "people" WHERE "people"."now" > 'sad';
