CREATE TABLE logs (id integer NOT NULL, day date NOT NULL, kind text) PARTITION BY RANGE (day);
CREATE INDEX logs_kind ON logs (kind);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE logs_last PARTITION OF logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE base (id integer);
CREATE TABLE heir (id integer, note text);
CREATE TABLE stranger (note text) INHERITS (base);
