-- CreateObject
CREATE OR REPLACE FUNCTION "padded"("a" CHAR, "b" CHAR) RETURNS CHAR LANGUAGE "sql" AS $$ SELECT b $$;

-- CreateObject
CREATE OR REPLACE FUNCTION "twice"(INOUT "n" INTEGER) RETURNS INTEGER LANGUAGE "sql" AS $$ SELECT n + n $$;

-- CreateObject
CREATE OR REPLACE AGGREGATE "how_many"("any") (INITCOND = '1', SFUNC = "int8inc_any", STYPE = BIGINT);

-- CreateObject
CREATE AGGREGATE "how_many_more"("any") (INITCOND = '2', SFUNC = "int8inc_any", STYPE = BIGINT);

-- DropObject
DROP AGGREGATE "how_many_rows"(*);

-- Comment
COMMENT ON AGGREGATE "how_many"("any") IS 'and one more';
