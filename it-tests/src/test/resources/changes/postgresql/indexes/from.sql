CREATE TABLE t (a integer, b text, c jsonb);
CREATE INDEX kept ON t (a);
CREATE INDEX changed ON t (b);
CREATE INDEX gone ON t (a, b);
