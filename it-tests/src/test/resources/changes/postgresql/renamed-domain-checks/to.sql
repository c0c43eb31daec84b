CREATE FUNCTION is_even(x integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x % 2 = 0';
CREATE DOMAIN quantity AS integer CONSTRAINT quantity_positive CHECK (VALUE > 0) CONSTRAINT quantity_small CHECK (VALUE < 1000);
ALTER DOMAIN quantity ADD CONSTRAINT odd CHECK (VALUE <> 7);
ALTER DOMAIN quantity ADD CONSTRAINT quantity_even CHECK (is_even(VALUE));
COMMENT ON CONSTRAINT quantity_positive ON DOMAIN quantity IS 'more than nothing';
CREATE TABLE stock (amount quantity);
