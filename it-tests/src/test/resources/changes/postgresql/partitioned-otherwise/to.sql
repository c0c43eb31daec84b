-- since POSTGRESQL 18.0
CREATE TABLE logs (
  id bigint GENERATED ALWAYS AS IDENTITY,
  day date NOT NULL,
  region text NOT NULL,
  size integer,
  twice integer GENERATED ALWAYS AS (size * 2) STORED,
  author text DEFAULT 'nobody',
  PRIMARY KEY (id, day, region)
) PARTITION BY LIST (region);
CREATE TABLE logs_new PARTITION OF logs FOR VALUES IN ('eu');
CREATE TABLE logs_rest PARTITION OF logs DEFAULT PARTITION BY RANGE (day);
CREATE TABLE logs_rest_all PARTITION OF logs_rest DEFAULT;
CREATE INDEX logs_size ON logs (size);
