CREATE FUNCTION tax(amount integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT amount / 5 $$;
CREATE TABLE bills (id integer PRIMARY KEY, amount integer, CONSTRAINT taxed CHECK (tax(amount) < 1000));
CREATE VIEW taxes AS SELECT id, tax(amount) AS tax FROM bills;
COMMENT ON VIEW taxes IS 'what is owed';
CREATE INDEX bills_tax ON bills (tax(amount));
