CREATE TABLE accounts (
  id integer PRIMARY KEY WITH (fillfactor = 70),
  email text CONSTRAINT one_email UNIQUE,
  code integer,
  span int4range,
  CONSTRAINT one_code UNIQUE (code) WITH (fillfactor = 80, deduplicate_items = off),
  CONSTRAINT apart EXCLUDE USING gist (span WITH &&) WITH (fillfactor = 60) WHERE (code > 0)
);
CREATE INDEX by_code ON accounts (code) WITH (fillfactor = 90);
CREATE TABLE orders (
  id integer CONSTRAINT orders_key PRIMARY KEY,
  account integer REFERENCES accounts (id),
  code integer REFERENCES accounts (code)
);
CREATE TABLE entries (
  id integer,
  day integer,
  CONSTRAINT entries_key PRIMARY KEY (id) WITH (fillfactor = 70),
  CONSTRAINT one_day UNIQUE (id, day)
) PARTITION BY RANGE (id);
CREATE TABLE entries_low PARTITION OF entries FOR VALUES FROM (0) TO (10);
CREATE TABLE entries_high (id integer NOT NULL, day integer, CONSTRAINT high_key PRIMARY KEY (id));
ALTER TABLE entries ATTACH PARTITION entries_high FOR VALUES FROM (10) TO (20);
