CREATE TABLE orders (id integer NOT NULL, number serial NOT NULL);
CREATE TABLE returns (id integer NOT NULL, number integer NOT NULL DEFAULT nextval('orders_number_seq'));
