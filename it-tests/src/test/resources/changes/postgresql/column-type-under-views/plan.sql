-- DropObject
-- hazard: recreated: view public.big_totals: it is dropped and made anew
-- hazard: privileges-lost: view public.big_totals: what was granted on it goes with it, and must be granted again
DROP VIEW "big_totals";

-- DropObject
-- hazard: recreated: view public.big_orders: it is dropped and made anew
-- hazard: privileges-lost: view public.big_orders: what was granted on it goes with it, and must be granted again
DROP VIEW "big_orders";

-- DropObject
-- hazard: data-loss: materialized view public.totals: its stored rows go; they would have to be computed again
-- hazard: recreated: materialized view public.totals: it is dropped and made anew
-- hazard: privileges-lost: materialized view public.totals: what was granted on it goes with it, and must be granted again
DROP MATERIALIZED VIEW "totals";

-- AlterTable
-- hazard: table-rewrite: table public.orders: every row of it is written anew
-- hazard: blocks-reads: table public.orders: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "orders" ALTER COLUMN "amount" SET DATA TYPE DECIMAL(12,2);

-- CreateObject
CREATE VIEW "big_orders" ("id", "amount") AS SELECT "orders"."id" AS "id", "orders"."amount" AS "amount" FROM "orders" WHERE "orders"."amount" > 100;

-- CreateObject
CREATE VIEW "big_totals" ("orders", "total") AS SELECT count(*) AS "orders", sum("big_orders"."amount") AS "total" FROM "big_orders";

-- CreateObject
CREATE MATERIALIZED VIEW "totals" ("id", "twice") AS SELECT "orders"."id" AS "id", "orders"."amount" * 2 AS "twice" FROM "orders";

-- Comment
COMMENT ON VIEW "big_orders" IS 'orders worth a look';

-- CreateIndex
CREATE UNIQUE INDEX "totals_id" ON "totals"("id");
