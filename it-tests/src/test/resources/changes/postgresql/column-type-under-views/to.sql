CREATE TABLE orders (id integer PRIMARY KEY, amount numeric(12,2) NOT NULL, note text);
CREATE VIEW big_orders AS SELECT id, amount FROM orders WHERE amount > 100;
COMMENT ON VIEW big_orders IS 'orders worth a look';
CREATE VIEW big_totals AS SELECT count(*) AS orders, sum(amount) AS total FROM big_orders;
CREATE MATERIALIZED VIEW totals AS SELECT id, amount * 2 AS twice FROM orders;
CREATE UNIQUE INDEX totals_id ON totals (id);
CREATE VIEW notes AS SELECT id, note FROM orders;
