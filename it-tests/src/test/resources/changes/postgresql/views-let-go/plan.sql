-- CreateObject
CREATE FUNCTION "doubled"("x" DECIMAL) RETURNS DECIMAL LANGUAGE "sql" IMMUTABLE AS $$ SELECT x * 2 $$;

-- DropObject
-- hazard: recreated: view public.codes: it is dropped and made anew
-- hazard: privileges-lost: view public.codes: what was granted on it goes with it, and must be granted again
DROP VIEW "codes";

-- DropObject
-- hazard: recreated: view public.words: it is dropped and made anew
-- hazard: privileges-lost: view public.words: what was granted on it goes with it, and must be granted again
DROP VIEW "words";

-- CreateTable
CREATE TABLE "new_rates" (
    "id" INTEGER NOT NULL,
    "factor" DECIMAL(10,2) NOT NULL,

    CONSTRAINT "new_rates_pkey" PRIMARY KEY ("id")
);

-- CreateObject
CREATE VIEW "codes" ("id", "label") AS SELECT "prices"."id" AS "id", upper("prices"."code") AS "label" FROM "prices";

-- CreateObject
CREATE OR REPLACE VIEW "counted" ("number") AS SELECT count("prices"."net") AS "number" FROM "prices" WHERE "prices"."net" > 0;

-- CreateObject
CREATE OR REPLACE VIEW "doubled_prices" ("id", "amount") AS SELECT "prices"."id" AS "id", "public"."doubled"("prices"."net") AS "amount" FROM "prices";

-- DropObject
DROP ROUTINE "twice"(numeric);

-- CreateObject
CREATE OR REPLACE VIEW "rates" ("id", "factor") AS SELECT "new_rates"."id" AS "id", "new_rates"."factor" AS "factor" FROM "new_rates";

-- DropTable
-- hazard: data-loss: table public.old_rates: every row of the table is lost
DROP TABLE "old_rates";

-- CreateObject
CREATE VIEW "words" ("word") AS SELECT "prices"."word" || '!' AS "word" FROM "prices";
