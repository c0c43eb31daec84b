CREATE TABLE numbers (k integer, v text, w text);
CREATE TABLE listed (a bigint NOT NULL);
CREATE TABLE hours (at timestamptz, n bigint);
CREATE VIEW odd AS SELECT i, i + 2 AS next FROM generate_series(1, 9) i WHERE i % 2 = 1;
CREATE DOMAIN digit AS integer CHECK (VALUE < 10);
CREATE TABLE digits (d digit, e digit);
