CREATE TABLE visits (page text, day date, hits integer);
CREATE MATERIALIZED VIEW daily WITH (autovacuum_enabled = false) AS
  SELECT page, day, sum(hits) AS hits FROM visits GROUP BY page, day;
CREATE UNIQUE INDEX daily_key ON daily (page, day);
CREATE INDEX daily_most ON daily (hits);
CREATE INDEX daily_day ON daily (day DESC);
CREATE INDEX daily_both ON daily (day, hits);
COMMENT ON INDEX daily_day IS 'for reports';
