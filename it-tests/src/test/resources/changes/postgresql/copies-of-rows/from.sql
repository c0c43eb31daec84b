CREATE TABLE part (
    id integer PRIMARY KEY,
    label varchar(20) CHECK (length(label) > 1),
    code text COLLATE "C",
    tag name
);
CREATE INDEX part_code ON part (code);
CREATE STATISTICS part_both ON id, label FROM part;
COMMENT ON COLUMN part.label IS 'for people';
COMMENT ON CONSTRAINT part_label_check ON part IS 'no initials';
COMMENT ON INDEX part_code IS 'by code';
COMMENT ON INDEX part_pkey IS 'by number';
COMMENT ON STATISTICS part_both IS 'they go together';
CREATE VIEW shown AS SELECT id, label, code FROM part;
ALTER VIEW shown ALTER label SET DEFAULT 'none';
COMMENT ON COLUMN shown.label IS 'as it is shown';
CREATE MATERIALIZED VIEW kept AS SELECT id, code FROM part;
CREATE TYPE pair AS (low integer, high numeric(8, 2));
COMMENT ON COLUMN pair.low IS 'inclusive';
CREATE TABLE whole (LIKE part INCLUDING ALL);
CREATE TABLE heir (LIKE part INCLUDING CONSTRAINTS INCLUDING COMMENTS) INHERITS (part);
CREATE TABLE of_view (LIKE shown INCLUDING ALL);
CREATE TABLE bare_of_view (LIKE shown);
CREATE TABLE of_kept (LIKE kept);
CREATE TABLE of_pair (LIKE pair INCLUDING COMMENTS);
CREATE TABLE computed AS SELECT tag::text AS tag, tag AS name, code::varchar(5) AS code, label FROM part;
