CREATE TABLE things (id integer, code text);
ALTER TABLE things ADD CONSTRAINT coded NOT NULL code NOT VALID;
