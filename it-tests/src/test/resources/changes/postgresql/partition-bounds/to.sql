CREATE TABLE logs (id integer NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-06-01');
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2021-06-01') TO ('2022-06-01');
CREATE TABLE logs_rest (id integer NOT NULL, day date NOT NULL);
CREATE INDEX logs_day ON logs (day);
CREATE INDEX logs_rest_day_idx ON logs_rest (day);
