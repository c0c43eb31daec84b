CREATE TYPE person AS (id bigint, name varchar(90), mail text);
CREATE TABLE people OF person (PRIMARY KEY (id));
CREATE TABLE guests (id int, name text, born text);
CREATE VIEW names AS SELECT name FROM people;
