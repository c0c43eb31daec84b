CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE TABLE people (
  id integer PRIMARY KEY,
  mail ext.citext DEFAULT 'none'::ext.citext,
  name text NOT NULL DEFAULT '',
  CHECK (ext.similarity(name, 'nobody') < 1)
);
CREATE INDEX people_name ON people USING gin (name ext.gin_trgm_ops);
CREATE VIEW mails AS SELECT id, name::ext.citext AS mail FROM people WHERE ext.similarity(name, 'x') > 0;
CREATE FUNCTION mail_of(one integer, other ext.citext) RETURNS ext.citext LANGUAGE plpgsql AS $$
BEGIN
  RETURN other;
END $$;
COMMENT ON FUNCTION mail_of(integer, ext.citext) IS 'hands it on';
