CREATE FUNCTION fits(text_given text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select length(text_given) > 0';
CREATE FUNCTION fair(price bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select price > 0';
CREATE FUNCTION said(given text) RETURNS varchar LANGUAGE sql IMMUTABLE AS 'select given';
CREATE DOMAIN code AS text DEFAULT said('x') CONSTRAINT fits CHECK (fits(value));
CREATE TABLE item (id integer PRIMARY KEY, price integer, name code, CONSTRAINT fair CHECK (fair(price)));
CREATE TABLE log (text text);
CREATE RULE logged AS ON INSERT TO item DO ALSO INSERT INTO public.log (text) VALUES (public.said((new.name)::text));
