CREATE FUNCTION is_even(x integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x % 2 = 0';
CREATE DOMAIN quantity AS integer CONSTRAINT positive CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 1000);
ALTER DOMAIN quantity ADD CONSTRAINT odd CHECK (VALUE <> 7) NOT VALID;
ALTER DOMAIN quantity ADD CONSTRAINT halves CHECK (is_even(VALUE));
COMMENT ON CONSTRAINT positive ON DOMAIN quantity IS 'more than nothing';
COMMENT ON CONSTRAINT small ON DOMAIN quantity IS 'fits a shelf';
CREATE TABLE stock (amount quantity);
