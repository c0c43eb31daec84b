CREATE TABLE things (id serial, code text);
CREATE TABLE parts (size integer) INHERITS (things);
