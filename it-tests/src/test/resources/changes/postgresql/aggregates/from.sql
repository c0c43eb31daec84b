CREATE FUNCTION add_up(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION halved(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 / 2';
CREATE AGGREGATE total(integer) (sfunc = add_up, stype = integer, initcond = '0');
CREATE AGGREGATE total(text) (sfunc = textcat, stype = text);
CREATE AGGREGATE half(integer) (sfunc = add_up, stype = integer);
CREATE AGGREGATE gone(integer) (sfunc = int4larger, stype = integer);
COMMENT ON AGGREGATE half(integer) IS 'of all';
CREATE TABLE sales (id integer PRIMARY KEY, amount integer);
CREATE VIEW halves AS SELECT half(amount) AS half FROM sales;
