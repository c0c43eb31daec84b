CREATE TABLE numbers AS SELECT i AS k, (i || ' v')::text AS v FROM generate_series(1, 16, 3) i;
CREATE TABLE listed AS SELECT generate_series(1::bigint, 10) AS a;
CREATE TABLE hours AS
  SELECT h.at, h.n FROM generate_series(now(), now() + interval '1 day', '1 hour') WITH ORDINALITY AS h(at, n);
CREATE VIEW odd AS SELECT i, i + 1 AS next FROM generate_series(1, 9) i WHERE i % 2 = 1;
CREATE DOMAIN digit AS integer CHECK (VALUE < 10);
CREATE TABLE digits AS SELECT 1::digit AS d;
