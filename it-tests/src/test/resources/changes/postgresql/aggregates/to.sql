CREATE FUNCTION add_up(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION halved(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 / 2';
CREATE AGGREGATE total(integer) (sfunc = add_up, stype = integer, initcond = '10', parallel = safe);
CREATE AGGREGATE total(text) (sfunc = textcat, stype = text);
CREATE AGGREGATE total(*) (sfunc = int8inc, stype = bigint, initcond = '0');
CREATE AGGREGATE half(integer) (sfunc = add_up, stype = integer, finalfunc = halved);
COMMENT ON AGGREGATE half(integer) IS 'of all';
CREATE TABLE sales (id integer PRIMARY KEY, amount integer);
CREATE VIEW halves AS SELECT half(amount) AS half FROM sales;
