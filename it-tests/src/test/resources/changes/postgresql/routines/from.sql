CREATE FUNCTION same(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION renamed(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION overloaded(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a $$;
CREATE PROCEDURE gone() LANGUAGE plpgsql AS $$ BEGIN END $$;
COMMENT ON FUNCTION renamed(integer) IS 'a parameter changes';
