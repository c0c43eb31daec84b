CREATE TYPE "Tag Source" AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id integer, s "Tag Source");
CREATE FUNCTION weight(s "Tag Source" DEFAULT NULL, many "Tag Source"[] DEFAULT NULL) RETURNS integer
  LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
COMMENT ON FUNCTION weight("Tag Source", "Tag Source"[]) IS 'always 1';
CREATE FUNCTION gone(s "Tag Source") RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
