CREATE TABLE goods (id integer PRIMARY KEY, price integer NOT NULL);
CREATE FUNCTION zz_rate() RETURNS integer LANGUAGE sql AS 'SELECT max(id) FROM goods';
CREATE FUNCTION zy_first() RETURNS integer LANGUAGE sql AS 'SELECT min(id) FROM goods';
CREATE FUNCTION cheapest() RETURNS integer LANGUAGE sql
  AS 'SELECT min(price) FROM goods WHERE id >= zy_first()';
CREATE FUNCTION labelled() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  one goods%ROWTYPE;
BEGIN
  SELECT * INTO one FROM goods LIMIT 1;
  RETURN one.id || ':' || cheapest();
END $$;
CREATE TABLE sales (id integer PRIMARY KEY, price integer DEFAULT cheapest());
