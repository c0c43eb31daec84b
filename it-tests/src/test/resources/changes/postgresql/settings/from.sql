CREATE TABLE t (a integer, b text) WITH (fillfactor = 90);
CREATE UNLOGGED TABLE u (a integer);
