CREATE FUNCTION padded(a bpchar, b char(10)) RETURNS bpchar LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION gone(bpchar) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
DROP FUNCTION gone(character);
CREATE FUNCTION twice(n integer, OUT m integer) LANGUAGE sql AS $$ SELECT n * 2 $$;
CREATE OR REPLACE FUNCTION twice(INOUT n integer) LANGUAGE sql AS $$ SELECT n * 2 $$;
CREATE AGGREGATE how_many("any") (sfunc = int8inc_any, stype = int8, initcond = '0');
CREATE AGGREGATE how_many_rows (sfunc = int8inc, basetype = 'ANY', stype = int8, initcond = '0');
COMMENT ON AGGREGATE how_many("any") IS 'of those that are there';
COMMENT ON AGGREGATE how_many_rows(*) IS 'of all';
