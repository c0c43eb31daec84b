-- DropObject
DROP VIEW "big_totals";

-- DropObject
DROP VIEW "big_orders";

-- DropObject
DROP MATERIALIZED VIEW "totals";

-- AlterTable
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
