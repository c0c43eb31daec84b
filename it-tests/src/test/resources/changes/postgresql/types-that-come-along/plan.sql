-- CreateObject
CREATE TYPE "texts" AS RANGE (SUBTYPE = TEXT);

-- CreateTable
CREATE TABLE "more_spans" (
    "a" "texts",
    "b" "texts_multirange"
);

-- DropSchema
DROP SCHEMA "old_place";
