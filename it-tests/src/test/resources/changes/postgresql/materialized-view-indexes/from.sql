CREATE TABLE visits (page text, day date, hits integer);
CREATE MATERIALIZED VIEW daily WITH (fillfactor = 70, autovacuum_enabled = true) AS
  SELECT page, day, sum(hits) AS hits FROM visits GROUP BY page, day;
CREATE UNIQUE INDEX daily_key ON daily (page, day);
CREATE INDEX daily_hits ON daily (hits);
CREATE INDEX daily_day ON daily (day);
CREATE INDEX daily_page ON daily (page);
COMMENT ON INDEX daily_day IS 'for reports';
