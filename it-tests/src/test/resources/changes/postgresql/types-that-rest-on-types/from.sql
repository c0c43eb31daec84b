CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN good AS mood CHECK (VALUE <> 'sad');
CREATE TYPE day AS (at date, mood mood);
CREATE TABLE t (id integer PRIMARY KEY, mood good DEFAULT 'ok', day day);
COMMENT ON TYPE mood IS 'how it is';
