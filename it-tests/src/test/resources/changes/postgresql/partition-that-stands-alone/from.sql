CREATE TABLE bills (id integer, day date NOT NULL, region text NOT NULL, PRIMARY KEY (id, day, region)) PARTITION BY RANGE (day);
CREATE TABLE bills_2023 PARTITION OF bills FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE bills_2024 PARTITION OF bills FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (region);
CREATE TABLE bills_2024_eu PARTITION OF bills_2024 FOR VALUES IN ('eu');
CREATE TABLE bills_2024_us PARTITION OF bills_2024 FOR VALUES IN ('us');
CREATE TABLE lines (bill integer, day date, region text, FOREIGN KEY (bill, day, region) REFERENCES bills (id, day, region));
