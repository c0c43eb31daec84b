CREATE TYPE person AS (id int, name text, born text);
CREATE TABLE people OF person (PRIMARY KEY (id));
CREATE TABLE guests OF person;
CREATE VIEW names AS SELECT name FROM people;
