CREATE TABLE orders (id integer NOT NULL);
CREATE TABLE returns () INHERITS (orders);
