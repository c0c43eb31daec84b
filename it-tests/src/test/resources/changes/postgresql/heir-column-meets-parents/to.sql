CREATE TABLE things (id integer, maker text, code timestamp);
CREATE TABLE tools () INHERITS (things);
