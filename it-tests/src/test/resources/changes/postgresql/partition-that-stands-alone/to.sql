CREATE TABLE bills (id integer, day date NOT NULL, region text NOT NULL, PRIMARY KEY (id, day, region)) PARTITION BY LIST (region);
CREATE TABLE bills_2023 (id integer, day date NOT NULL, region text NOT NULL, PRIMARY KEY (id, day, region));
CREATE TABLE bills_2024 PARTITION OF bills FOR VALUES IN ('us');
CREATE TABLE bills_2024_eu (id integer, day date NOT NULL, region text NOT NULL, PRIMARY KEY (id, day, region));
CREATE TABLE bills_rest PARTITION OF bills DEFAULT;
CREATE TABLE lines (bill integer, day date, region text, FOREIGN KEY (bill, day, region) REFERENCES bills (id, day, region));
