CREATE TABLE logs (id integer NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE logs_new (id integer NOT NULL, day date NOT NULL);
CREATE TABLE base (id integer);
CREATE TABLE heir (note text) INHERITS (base);
CREATE TABLE stranger (id integer, note text);
