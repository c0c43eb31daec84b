CREATE TABLE visits (page text, day date, hits integer);
CREATE MATERIALIZED VIEW daily AS SELECT page, day FROM visits;
CREATE STATISTICS daily_both ON page, day FROM daily;
