CREATE SCHEMA old;
CREATE TABLE old.a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY, a integer REFERENCES old.a, c integer);
CREATE TABLE c (id integer PRIMARY KEY, b integer REFERENCES b);
ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c;
