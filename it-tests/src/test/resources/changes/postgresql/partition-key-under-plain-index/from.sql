CREATE TABLE readings (region integer, at integer) PARTITION BY LIST (region);
CREATE TABLE readings_one PARTITION OF readings FOR VALUES IN (1);
ALTER TABLE readings_one ADD CONSTRAINT once UNIQUE (region, at);
CREATE UNIQUE INDEX readings_once ON readings (region, at);
