CREATE FUNCTION days(later date, earlier date) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'select (later - earlier)::float8';
CREATE TYPE stay AS RANGE (subtype = date, subtype_diff = days);
CREATE DOMAIN few AS integer CONSTRAINT few CHECK (value < 10);
ALTER DOMAIN few ADD CONSTRAINT known CHECK (value > 0) NOT VALID;
CREATE TABLE visit (id integer PRIMARY KEY, guests few, stay stay, CONSTRAINT known CHECK (guests IS NOT NULL) NOT VALID);
CREATE DOMAIN age AS integer CONSTRAINT grown CHECK (value > 17);
COMMENT ON CONSTRAINT grown ON DOMAIN age IS 'of age';
