CREATE TYPE span AS RANGE (subtype = integer);
CREATE TABLE leases (id integer PRIMARY KEY, during span);
