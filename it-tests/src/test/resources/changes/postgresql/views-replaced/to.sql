CREATE TABLE t (a integer, b text);
CREATE VIEW longer WITH (security_barrier = true) AS SELECT a, b FROM t WHERE a > 0;
CREATE VIEW other AS SELECT b FROM t;
CREATE VIEW above AS SELECT b FROM other;
CREATE MATERIALIZED VIEW stored AS SELECT a, b FROM t;
CREATE INDEX stored_a ON stored (a);
CREATE VIEW fresh AS SELECT a FROM longer;
