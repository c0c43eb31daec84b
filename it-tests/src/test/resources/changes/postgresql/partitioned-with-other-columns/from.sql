CREATE TABLE spans (opened integer NOT NULL, closed integer);
CREATE INDEX spans_closed ON spans (closed);
CREATE VIEW spans_seen AS SELECT count(*) AS n FROM spans;
