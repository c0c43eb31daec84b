CREATE TABLE being (name text);
CREATE TABLE person () INHERITS (being);
