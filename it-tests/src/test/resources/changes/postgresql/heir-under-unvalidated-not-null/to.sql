-- since POSTGRESQL 18.0
CREATE TABLE things (id integer, code text);
CREATE TABLE parts (size integer) INHERITS (things);
CREATE TABLE sets (code text, size integer) INHERITS (things);
ALTER TABLE things ADD CONSTRAINT coded NOT NULL code NOT VALID;
