CREATE TYPE place AS (street text, town text, code text);
COMMENT ON COLUMN place.street IS 'with the number';
COMMENT ON COLUMN place.town IS 'as the post calls it';
COMMENT ON COLUMN place.code IS 'of the post';
CREATE TYPE span AS (low integer, high integer);
COMMENT ON COLUMN span.low IS 'inclusive';
