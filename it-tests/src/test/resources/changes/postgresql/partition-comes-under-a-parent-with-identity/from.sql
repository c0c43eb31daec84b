CREATE TABLE visits (day integer NOT NULL, page text) PARTITION BY LIST (day);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES IN (1);
