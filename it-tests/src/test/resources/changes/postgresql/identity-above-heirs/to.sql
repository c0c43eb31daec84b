CREATE TABLE things (id integer NOT NULL GENERATED ALWAYS AS IDENTITY, code text);
CREATE TABLE parts (size integer) INHERITS (things);
