-- DropObject
DROP VIEW "parts";

-- DropObject
DROP ROUTINE "half"(public.share);

-- AlterEnum
ALTER DOMAIN "share" RENAME TO "share_old";
CREATE DOMAIN "share" AS DECIMAL(10,2) CONSTRAINT "share_check" CHECK ("value" >= 0);
ALTER TABLE "holdings" ALTER COLUMN "part" DROP DEFAULT,
ALTER COLUMN "part" TYPE "share" USING ("part"::"share"),
ALTER COLUMN "parts" TYPE "share"[] USING ("parts"::"share"[]);
DROP DOMAIN "share_old";
ALTER TABLE "holdings" ALTER COLUMN "part" SET DEFAULT 1;

-- CreateObject
CREATE FUNCTION "half"("one" "share") RETURNS DECIMAL LANGUAGE "sql" AS $$ SELECT one / 2.0 $$;

-- CreateObject
CREATE VIEW "parts" ("id", "part") AS SELECT "holdings"."id" AS "id", "holdings"."part" AS "part" FROM "holdings";

-- Comment
COMMENT ON DOMAIN "share" IS 'a part of the whole';
