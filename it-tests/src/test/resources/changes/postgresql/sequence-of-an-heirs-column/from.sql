CREATE TABLE things (id serial, code text);
CREATE TABLE parts () INHERITS (things);
ALTER SEQUENCE things_id_seq OWNED BY parts.code;
