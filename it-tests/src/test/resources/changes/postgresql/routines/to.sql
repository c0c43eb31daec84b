CREATE FUNCTION same(a integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT a + 1 $$;
CREATE FUNCTION renamed(b integer, c integer DEFAULT 1) RETURNS integer LANGUAGE sql AS $$ SELECT b $$;
CREATE FUNCTION overloaded(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION overloaded(a text) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION renamed(integer, integer) IS 'a parameter changes';
