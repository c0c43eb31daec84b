CREATE TYPE place AS (street text, city text);
CREATE FUNCTION city(one place) RETURNS text LANGUAGE sql AS $$ SELECT one.city $$;
