CREATE FUNCTION padded(a character, b bpchar) RETURNS character LANGUAGE sql AS $$ SELECT b $$;
CREATE FUNCTION twice(INOUT n integer) LANGUAGE sql AS $$ SELECT n + n $$;
CREATE AGGREGATE how_many("any") (sfunc = int8inc_any, stype = int8, initcond = '1');
CREATE AGGREGATE how_many_more("any") (sfunc = int8inc_any, stype = int8, initcond = '2');
COMMENT ON AGGREGATE how_many("any") IS 'and one more';
