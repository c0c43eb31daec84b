CREATE TYPE span AS RANGE (subtype = bigint);
CREATE TABLE leases (id integer PRIMARY KEY, during span);
