CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE TABLE orders (id integer, total integer);
CREATE FUNCTION loud() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE NOTICE ''changed''; END';
CREATE EVENT TRIGGER loud ON ddl_command_start EXECUTE FUNCTION loud();
