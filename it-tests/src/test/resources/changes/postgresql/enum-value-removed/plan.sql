-- DropObject
DROP VIEW "moods";

-- DropIndex
DROP INDEX "happy_people";

-- AlterTable
ALTER TABLE "people" DROP CONSTRAINT "people_check";

-- DropObject
DROP ROUTINE "describe"(public.mood);

-- AlterEnum
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
ALTER TABLE "people" ADD CONSTRAINT "people_check" CHECK ("now" <> 'sad' OR "id" > 0);

-- CreateIndex
CREATE INDEX "happy_people" ON "people"("id") WHERE ("now" = 'happy');

-- CreateObject
CREATE VIEW "moods" ("id", "now") AS SELECT "people"."id" AS "id", "people"."now" AS "now" FROM "people" WHERE "people"."now" > 'sad';
