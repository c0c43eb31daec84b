CREATE DOMAIN share AS integer DEFAULT 1 CHECK (VALUE >= 0);
CREATE TABLE holdings (id integer PRIMARY KEY, part share);
