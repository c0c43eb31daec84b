CREATE TABLE calls (day date NOT NULL, region text NOT NULL, size integer, PRIMARY KEY (day, region)) PARTITION BY RANGE (day);
CREATE TABLE calls_past PARTITION OF calls FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE calls_now PARTITION OF calls DEFAULT;
CREATE TABLE seconds (day date, region text, FOREIGN KEY (day, region) REFERENCES calls (day, region));
