CREATE TABLE bases (seen timestamp);
CREATE TABLE readings (day date NOT NULL, value integer, CHECK (value > 0)) INHERITS (bases);
CREATE TABLE readings_2023 (CHECK (day < '2024-01-01')) INHERITS (readings);
CREATE TABLE readings_2024 (CHECK (day >= '2024-01-01')) INHERITS (readings);
CREATE TABLE readings_odd (reason text) INHERITS (readings);
CREATE INDEX readings_2023_day ON readings_2023 (day);
