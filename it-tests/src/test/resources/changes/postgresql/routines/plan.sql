-- CreateObject
CREATE FUNCTION "overloaded"("a" TEXT) RETURNS INTEGER LANGUAGE "sql" AS $$ SELECT 1 $$;

-- CreateObject
CREATE FUNCTION "renamed"("b" INTEGER, "c" INTEGER DEFAULT 1) RETURNS INTEGER LANGUAGE "sql" AS $$ SELECT b $$;

-- CreateObject
CREATE OR REPLACE FUNCTION "same"("a" INTEGER) RETURNS INTEGER LANGUAGE "sql" STRICT IMMUTABLE AS $$ SELECT a + 1 $$;

-- DropObject
DROP ROUTINE "gone"();

-- DropObject
DROP ROUTINE "renamed"(integer);

-- Comment
COMMENT ON ROUTINE "renamed"(integer, integer) IS 'a parameter changes';
