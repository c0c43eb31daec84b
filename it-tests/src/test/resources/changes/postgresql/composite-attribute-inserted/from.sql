CREATE TYPE place AS (street text, city text);
CREATE TABLE shops (id integer PRIMARY KEY, place place NOT NULL);
CREATE VIEW cities AS SELECT id, (place).city AS city FROM shops;
CREATE FUNCTION city(one place) RETURNS text LANGUAGE sql AS $$ SELECT one.city $$;
