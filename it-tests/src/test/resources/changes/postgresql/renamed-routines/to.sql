CREATE FUNCTION doubled_value(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
CREATE FUNCTION doubled_value(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
CREATE FUNCTION on_insert() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION is_owner(who text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT who = current_user';
CREATE FUNCTION total_of(x integer) RETURNS integer LANGUAGE sql AS 'SELECT doubled_value(x) + 1';
CREATE PROCEDURE clean_up() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');

CREATE TABLE items (id integer DEFAULT doubled_value(21), owner text, CONSTRAINT even CHECK (doubled_value(id) > 0));
CREATE INDEX items_twice ON items (doubled_value(id));
ALTER TABLE items ENABLE ROW LEVEL SECURITY;
CREATE POLICY owners ON items USING (is_owner(owner));
CREATE TRIGGER items_fire BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION on_insert();
CREATE VIEW doubled AS SELECT doubled_value(id) AS id, total(id) AS total FROM items GROUP BY id;
