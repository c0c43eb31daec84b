CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE visits (region integer NOT NULL, note text) PARTITION BY LIST (region);
CREATE TABLE visits_one PARTITION OF visits FOR VALUES IN (1);
