-- CreateObject
ALTER PUBLICATION "feed" DROP TABLE "items", "orders";

-- CreateObject
ALTER PUBLICATION "wide" DROP TABLES IN SCHEMA "other";

-- AlterTable
-- hazard: table-rewrite: table public.items: every row of it is written anew
-- hazard: blocks-reads: table public.items: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "items" ALTER COLUMN "id" SET DATA TYPE BIGINT;

-- AlterTable
-- hazard: data-loss: column public.orders.note: every value of the column is lost
-- hazard: table-rewrite: table public.orders: every row of it is written anew
-- hazard: blocks-reads: table public.orders: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "orders" DROP COLUMN "note",
ALTER COLUMN "id" SET DATA TYPE BIGINT;

-- CreateObject
ALTER PUBLICATION "feed" ADD TABLE "items" WHERE ("id" > 100), "orders" ("id", "total");

-- CreateObject
ALTER PUBLICATION "wide" ADD TABLE "items";
