CREATE TABLE logs (
  id bigint GENERATED ALWAYS AS IDENTITY,
  day date NOT NULL,
  region text NOT NULL,
  size integer,
  twice integer GENERATED ALWAYS AS (size * 2) STORED,
  PRIMARY KEY (id, day, region)
) PARTITION BY RANGE (day);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
CREATE INDEX logs_size ON logs (size);
