CREATE TYPE place AS (town text, code text, country text);
COMMENT ON COLUMN place.town IS 'as its people call it';
COMMENT ON COLUMN place.country IS 'two letters';
CREATE TYPE point_of_time AS (day date, hour integer);
COMMENT ON COLUMN point_of_time.hour IS 'of 24';
