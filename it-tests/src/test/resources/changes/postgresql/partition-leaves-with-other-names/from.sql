CREATE TABLE room (id integer PRIMARY KEY);
CREATE TABLE stay (room integer NOT NULL REFERENCES room (id), night date NOT NULL, guest text, CHECK (guest <> '')) PARTITION BY LIST (room);
CREATE INDEX ON stay (guest);
CREATE INDEX ON stay (guest);
CREATE INDEX guests ON stay (guest);
ALTER TABLE stay ADD PRIMARY KEY (room, night);
CREATE TABLE stay_1 PARTITION OF stay FOR VALUES IN (1);
CREATE TABLE counter (old serial, kept integer);
ALTER SEQUENCE counter_old_seq OWNED BY counter.kept;
