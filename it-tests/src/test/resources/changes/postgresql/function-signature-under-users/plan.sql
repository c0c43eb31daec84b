-- DropObject
DROP VIEW "taxes";

-- DropIndex
DROP INDEX "bills_tax";

-- AlterTable
ALTER TABLE "bills" DROP CONSTRAINT "taxed";

-- DropObject
DROP ROUTINE "tax"(integer);

-- CreateObject
CREATE FUNCTION "tax"("amount" INTEGER) RETURNS BIGINT LANGUAGE "sql" IMMUTABLE AS $$ SELECT (amount / 4)::bigint $$;

-- AlterTable
ALTER TABLE "bills" ADD CONSTRAINT "taxed" CHECK ("public"."tax"("amount") < 1000);

-- CreateIndex
CREATE INDEX "bills_tax" ON "bills"("public"."tax"("amount"));

-- CreateObject
CREATE VIEW "taxes" ("id", "tax") AS SELECT "bills"."id" AS "id", "public"."tax"("bills"."amount") AS "tax" FROM "bills";

-- Comment
COMMENT ON VIEW "taxes" IS 'what is owed';
