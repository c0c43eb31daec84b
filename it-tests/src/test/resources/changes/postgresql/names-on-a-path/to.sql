CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE TABLE orders (id integer, total integer);
CREATE TABLE gone_orders (id integer, total integer);
CREATE RULE keep AS ON DELETE TO orders WHERE OLD.total > 0
  DO ALSO INSERT INTO gone_orders (id, total) VALUES (OLD.id, OLD.total);
CREATE RULE clear AS ON UPDATE TO orders
  DO ALSO (DELETE FROM gone_orders WHERE (gone_orders.id = OLD.id); UPDATE gone_orders SET total = 0 WHERE (gone_orders.id = (OLD.id + 1)););
CREATE FUNCTION sum_of_orders() RETURNS bigint LANGUAGE sql AS 'SELECT sum(total) FROM orders';
CREATE FUNCTION quiet_sum() RETURNS bigint LANGUAGE sql SET search_path = shop AS 'SELECT sum(total) FROM orders';
