-- DropObject
-- hazard: recreated: view public.taxes: it is dropped and made anew
-- hazard: privileges-lost: view public.taxes: what was granted on it goes with it, and must be granted again
DROP VIEW "taxes";

-- DropIndex
DROP INDEX "bills_tax";

-- AlterTable
ALTER TABLE "bills" DROP CONSTRAINT "taxed";

-- DropObject
-- hazard: recreated: routine public.tax(integer): it is dropped and made anew
-- hazard: privileges-lost: routine public.tax(integer): what was granted on it goes with it, and must be granted again
DROP ROUTINE "tax"(integer);

-- CreateObject
CREATE FUNCTION "tax"("amount" INTEGER) RETURNS BIGINT LANGUAGE "sql" IMMUTABLE AS $$ SELECT (amount / 4)::bigint $$;

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.bills.taxed: it fails if a row violates the condition
-- hazard: blocks-reads: table public.bills: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "bills" ADD CONSTRAINT "taxed" CHECK ("public"."tax"("amount") < 1000);

-- CreateIndex
-- hazard: blocks-writes: table public.bills: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "bills_tax" ON "bills"("public"."tax"("amount"));

-- CreateObject
CREATE VIEW "taxes" ("id", "tax") AS SELECT "bills"."id" AS "id", "public"."tax"("bills"."amount") AS "tax" FROM "bills";

-- Comment
COMMENT ON VIEW "taxes" IS 'what is owed';
