CREATE TABLE bases (seen timestamp);
CREATE TABLE readings (seen timestamp, day date NOT NULL, value integer, CHECK (value > 0)) PARTITION BY RANGE (day);
CREATE TABLE readings_2023 PARTITION OF readings FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
CREATE INDEX readings_2023_day ON readings_2023 (day);
