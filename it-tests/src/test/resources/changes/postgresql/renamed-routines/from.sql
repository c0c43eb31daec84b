CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
CREATE FUNCTION twice(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION may_see(who text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT who = current_user';
CREATE FUNCTION total_of(x integer) RETURNS integer LANGUAGE sql AS 'SELECT twice(x) + 1';
CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE sum_up (integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');

CREATE TABLE items (id integer DEFAULT twice(21), owner text, CONSTRAINT even CHECK (twice(id) > 0));
CREATE INDEX items_twice ON items (twice(id));
ALTER TABLE items ENABLE ROW LEVEL SECURITY;
CREATE POLICY owners ON items USING (may_see(owner));
CREATE TRIGGER items_fire BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION fire();
CREATE VIEW doubled AS SELECT twice(id) AS id, sum_up(id) AS total FROM items GROUP BY id;
