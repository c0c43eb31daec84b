CREATE TABLE things (id integer NOT NULL);
CREATE TABLE tools () INHERITS (things);
CREATE TABLE hammers () INHERITS (tools);
