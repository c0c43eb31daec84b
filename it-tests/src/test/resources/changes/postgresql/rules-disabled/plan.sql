-- DropObject
DROP RULE "anew" ON "orders";

-- DropObject
DROP RULE "silenced" ON "orders";

-- AlterTable
-- hazard: table-rewrite: table public.orders: every row of it is written anew
-- hazard: blocks-reads: table public.orders: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "orders" ALTER COLUMN "id" SET DATA TYPE BIGINT;

-- CreateTable
CREATE TABLE "fresh" (
    "id" INTEGER
);

-- CreateObject
CREATE RULE "born" AS ON INSERT TO "fresh" DO INSTEAD NOTHING;
ALTER TABLE "fresh" DISABLE RULE "born";

-- CreateObject
CREATE OR REPLACE RULE "replaced" AS ON UPDATE TO "kept" DO INSTEAD NOTHING;
ALTER TABLE "kept" ENABLE REPLICA RULE "replaced";

-- CreateObject
CREATE RULE "anew" AS ON UPDATE TO "orders" WHERE "new"."id" > 1 DO INSTEAD NOTHING;
ALTER TABLE "orders" DISABLE RULE "anew";

-- CreateObject
ALTER TABLE "orders" ENABLE ALWAYS RULE "loud";

-- CreateObject
CREATE RULE "silenced" AS ON INSERT TO "orders" DO ALSO insert into public . kept ( id , note ) values ( new . id , new . note );
ALTER TABLE "orders" DISABLE RULE "silenced";
