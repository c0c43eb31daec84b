-- CreateSequence
CREATE SEQUENCE letters;

-- CreateObject
CREATE DOMAIN "letter" AS BIGINT DEFAULT nextval('"letters"'::regclass);

-- CreateObject
CREATE VIEW "dear" ("item", "cents") AS SELECT "price"."item" AS "item", "price"."cents" AS "cents" FROM "price" WHERE "price"."cents" > 10000;

-- CreateTable
CREATE TABLE "dear_log" (
    "old" "dear",
    "new" "dear"
);
