CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TABLE orders (id integer PRIMARY KEY, total integer, note text);
CREATE TABLE items (id integer PRIMARY KEY, kind text, size integer);
CREATE PUBLICATION feed FOR TABLE orders (id, note), items WHERE (id > 100);
CREATE PUBLICATION wide FOR TABLES IN SCHEMA app, other, TABLE orders;
