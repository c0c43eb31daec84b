CREATE TYPE gone AS (a integer);
CREATE FUNCTION gone_from(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE TRANSFORM FOR gone LANGUAGE plpgsql (FROM SQL WITH FUNCTION gone_from(internal));
CREATE TYPE kept AS (a integer);
CREATE FUNCTION kept_from(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE FUNCTION other_from(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE TRANSFORM FOR kept LANGUAGE plpgsql (FROM SQL WITH FUNCTION kept_from(internal));
