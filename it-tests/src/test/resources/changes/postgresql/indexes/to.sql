CREATE TABLE t (a integer, b text, c jsonb);
CREATE INDEX kept ON t (a);
CREATE UNIQUE INDEX changed ON t (lower(b) DESC NULLS LAST) WHERE a > 0;
CREATE INDEX fresh ON t USING gin (c jsonb_path_ops) WITH (fastupdate = off);
CREATE INDEX covering ON t (a) INCLUDE (b);
