CREATE TYPE place AS (street varchar(80), zip text);
CREATE FUNCTION city(one place) RETURNS text LANGUAGE sql AS $$ SELECT one.zip $$;
