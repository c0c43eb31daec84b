-- CreateObject
CREATE VIEW "old"."starred" ("item", "kind") AS SELECT "items_1"."item" AS "item", "items_1"."kind" AS "kind" FROM "items" JOIN "old"."items" AS "items_1" USING ("kind");

-- CreateObject
CREATE VIEW "both_items" ("id", "item") AS SELECT "items"."id" AS "id", "items_1"."item" AS "item" FROM "items", "old"."items" AS "items_1" WHERE "items_1"."kind" = "items"."kind";

-- CreateObject
CREATE VIEW "unpriced" ("id") AS SELECT "i"."id" AS "id" FROM "items" AS "i" WHERE NOT EXISTS(SELECT 1 AS "?column?" FROM "costs" WHERE "i"."id" = "costs"."item");
