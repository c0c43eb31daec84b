-- DropObject
DROP EVENT TRIGGER "loud";

-- CreateObject
CREATE FUNCTION "shop"."quiet_sum"() RETURNS BIGINT LANGUAGE "sql" SET "search_path" TO 'shop' AS $$SELECT sum(total) FROM orders$$;

-- CreateObject
-- hazard: untracked-dependencies: routine shop.sum_of_orders(): its body names what is not there when it is made, so that nobody looks into it
SET check_function_bodies = off;
CREATE FUNCTION "shop"."sum_of_orders"() RETURNS BIGINT LANGUAGE "sql" AS $$SELECT sum(total) FROM orders$$;
RESET check_function_bodies;

-- DropObject
DROP ROUTINE "shop"."loud"();

-- CreateTable
CREATE TABLE "shop"."gone_orders" (
    "id" INTEGER,
    "total" INTEGER
);

-- CreateObject
CREATE RULE "clear" AS ON UPDATE TO "shop"."orders" DO ALSO ( delete from shop . gone_orders where ( gone_orders . id = old . id ) ; update shop . gone_orders set total = 0 where ( gone_orders . id = ( old . id + 1 ) ) ; );

-- CreateObject
CREATE RULE "keep" AS ON DELETE TO "shop"."orders" WHERE "old"."total" > 0 DO ALSO insert into shop . gone_orders ( id , total ) values ( old . id , old . total );
