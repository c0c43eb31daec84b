-- since POSTGRESQL 15.0
CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TABLE orders (id bigint PRIMARY KEY, total integer);
CREATE TABLE items (id bigint PRIMARY KEY, kind text, size integer);
CREATE PUBLICATION feed FOR TABLE orders (id, total), items WHERE (id > 100);
CREATE PUBLICATION wide FOR TABLES IN SCHEMA app, TABLE items, TABLE orders;
