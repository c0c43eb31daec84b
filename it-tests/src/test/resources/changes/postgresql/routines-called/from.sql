CREATE FUNCTION fits(given text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select length(given) > 0';
CREATE FUNCTION fair(price integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select price > 0';
CREATE FUNCTION said(given text) RETURNS text LANGUAGE sql IMMUTABLE AS 'select given';
CREATE DOMAIN code AS text DEFAULT said('x') CONSTRAINT fits CHECK (fits(value));
CREATE TABLE item (id integer PRIMARY KEY, price integer, name code, CONSTRAINT fair CHECK (fair(price)));
CREATE TABLE log (text text);
CREATE RULE logged AS ON INSERT TO item DO ALSO INSERT INTO public.log (text) VALUES (public.said((new.name)::text));
