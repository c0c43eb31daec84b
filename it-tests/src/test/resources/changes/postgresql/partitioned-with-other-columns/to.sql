CREATE TABLE spans (k integer DEFAULT 1, note text) PARTITION BY LIST (k);
CREATE TABLE spans_rest PARTITION OF spans DEFAULT;
CREATE INDEX spans_closed ON spans (note);
CREATE VIEW spans_seen AS SELECT count(*) AS n FROM spans;
