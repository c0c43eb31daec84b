CREATE DOMAIN share AS integer CHECK (VALUE >= 0);
COMMENT ON DOMAIN share IS 'a part of the whole';
CREATE TABLE holdings (id integer PRIMARY KEY, part share NOT NULL DEFAULT 1, parts share[]);
CREATE VIEW parts AS SELECT id, part FROM holdings;
CREATE FUNCTION half(one share) RETURNS numeric LANGUAGE sql AS $$ SELECT one / 2.0 $$;
