CREATE SCHEMA app;
CREATE TABLE orders (id integer PRIMARY KEY, total integer);
CREATE TABLE items (id integer PRIMARY KEY);
CREATE TABLE old (id integer PRIMARY KEY);
CREATE TABLE app.users (id integer PRIMARY KEY);
CREATE PUBLICATION feed FOR TABLE orders, items, old WITH (publish = 'insert');
CREATE PUBLICATION everything FOR TABLE orders;
CREATE PUBLICATION gone FOR ALL TABLES;
CREATE PUBLICATION empty;
