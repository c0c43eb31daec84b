CREATE TYPE kept AS (a integer);
CREATE FUNCTION kept_from(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE FUNCTION other_from(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE TRANSFORM FOR kept LANGUAGE plpgsql (FROM SQL WITH FUNCTION other_from(internal));
COMMENT ON TRANSFORM FOR kept LANGUAGE plpgsql IS 'as before';
CREATE TYPE come AS (a integer);
CREATE FUNCTION come_from(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE FUNCTION come_to(internal) RETURNS come LANGUAGE internal IMMUTABLE STRICT AS 'record_in';
CREATE OR REPLACE TRANSFORM FOR come LANGUAGE plpgsql (TO SQL WITH FUNCTION come_to(internal), FROM SQL WITH FUNCTION come_from(internal));
