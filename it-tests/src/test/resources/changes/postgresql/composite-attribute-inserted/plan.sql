-- DropObject
DROP VIEW "cities";

-- DropObject
DROP ROUTINE "city"(public.place);

-- AlterEnum
ALTER TYPE "place" RENAME TO "place_old";
CREATE TYPE "place" AS ("street" TEXT, "zip" TEXT, "city" TEXT);
ALTER TABLE "shops" ALTER COLUMN "place" TYPE "place" USING (CASE WHEN "place" IS NOT DISTINCT FROM NULL THEN NULL ELSE (("place")."street", NULL, ("place")."city")::"place" END);
DROP TYPE "place_old";

-- CreateObject
CREATE FUNCTION "city"("one" "place") RETURNS TEXT LANGUAGE "sql" AS $$ SELECT one.city $$;

-- CreateObject
CREATE VIEW "cities" ("id", "city") AS SELECT "shops"."id" AS "id", ("shops"."place")."city" AS "city" FROM "shops";
