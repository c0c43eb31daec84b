-- since POSTGRESQL 18.0
CREATE TABLE things (id integer, code bigint);
ALTER TABLE things ADD CONSTRAINT coded NOT NULL code NOT VALID;
