CREATE SCHEMA app;
CREATE TABLE orders (id integer PRIMARY KEY, total integer);
CREATE TABLE items (id integer PRIMARY KEY);
CREATE TABLE app.users (id integer PRIMARY KEY);
CREATE TABLE app.notes (id integer PRIMARY KEY);
CREATE PUBLICATION feed FOR TABLE orders, app.users, app.notes WITH (publish_via_partition_root = true);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION empty;
CREATE PUBLICATION new_one FOR TABLE items WITH (publish = 'delete, update');
