CREATE TABLE things (id integer NOT NULL);
CREATE TABLE parts () INHERITS (things);
