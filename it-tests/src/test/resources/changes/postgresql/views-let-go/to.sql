CREATE TABLE prices (id integer PRIMARY KEY, net numeric(10, 2) NOT NULL, code varchar(20), word text COLLATE "C");
CREATE TABLE new_rates (id integer PRIMARY KEY, factor numeric(10, 2) NOT NULL);
CREATE FUNCTION doubled(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT x * 2 $$;
CREATE VIEW doubled_prices AS SELECT id, doubled(net) AS amount FROM prices;
CREATE VIEW totals AS SELECT sum(amount) AS total FROM doubled_prices;
CREATE VIEW rates AS SELECT id, factor FROM new_rates;
CREATE VIEW codes AS SELECT id, upper(code) AS label FROM prices;
CREATE VIEW words AS SELECT word || '!' AS word FROM prices;
CREATE VIEW counted AS SELECT count(net) AS number FROM prices WHERE net > 0;
