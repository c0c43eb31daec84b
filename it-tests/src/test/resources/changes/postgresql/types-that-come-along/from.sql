CREATE SCHEMA old_place;
CREATE SCHEMA new_place;
CREATE TYPE float8range AS RANGE (subtype = float8);
CREATE TABLE spans (a float8range, b float8multirange);
CREATE OPERATOR CLASS old_place.plain FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
ALTER OPERATOR CLASS old_place.plain USING hash SET SCHEMA new_place;
ALTER OPERATOR FAMILY old_place.plain USING hash SET SCHEMA new_place;
CREATE PROCEDURE gone(OUT a integer, b integer, c text) LANGUAGE plpgsql AS $$ BEGIN a := b; END $$;
DROP PROCEDURE gone(integer, integer, text);
