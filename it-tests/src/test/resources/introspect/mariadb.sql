-- What MariaDB keeps in its own way.
CREATE TABLE t (
  a int CHECK (a > 0),
  b json,
  c int DEFAULT (a + 1),
  d uuid DEFAULT uuid(),
  e text DEFAULT 'it''s \\',
  f datetime(6) DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6),
  g inet6,
  h int INVISIBLE DEFAULT 3,
  CHECK (a < 10)
);
CREATE INDEX by_a ON t (a) COMMENT 'x';
ALTER TABLE t ALTER INDEX by_a IGNORED;
ALTER TABLE t RENAME COLUMN b TO bb;
CREATE SEQUENCE s;
