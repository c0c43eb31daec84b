CREATE TABLE accounts (
  id integer PRIMARY KEY,
  email text CONSTRAINT one_email UNIQUE WITH (fillfactor = 50),
  code integer,
  span int4range,
  CONSTRAINT one_code UNIQUE (code) WITH (fillfactor = 85),
  CONSTRAINT apart EXCLUDE USING gist (span WITH &&) WITH (buffering = on, fillfactor = 60) WHERE (code > 0)
);
CREATE INDEX by_code ON accounts (code) WITH (fillfactor = 95);
CREATE TABLE orders (
  id integer,
  account integer REFERENCES accounts (id),
  code integer REFERENCES accounts (code),
  CONSTRAINT orders_key PRIMARY KEY (id) INCLUDE (account) WITH (fillfactor = 75)
);
CREATE TABLE entries (
  id integer,
  day integer,
  CONSTRAINT entries_key PRIMARY KEY (id) WITH (fillfactor = 70),
  CONSTRAINT one_day UNIQUE (id, day) WITH (fillfactor = 65)
) PARTITION BY RANGE (id);
CREATE TABLE entries_low PARTITION OF entries FOR VALUES FROM (0) TO (10);
ALTER INDEX entries_low_pkey SET (fillfactor = 77);
CREATE TABLE entries_high (id integer NOT NULL, day integer, CONSTRAINT high_key PRIMARY KEY (id) WITH (fillfactor = 55));
ALTER TABLE entries ATTACH PARTITION entries_high FOR VALUES FROM (10) TO (20);
CREATE TABLE copy (LIKE accounts INCLUDING INDEXES);
