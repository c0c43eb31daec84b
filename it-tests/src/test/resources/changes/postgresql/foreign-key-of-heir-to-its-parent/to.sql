CREATE TABLE things (label bigint PRIMARY KEY);
CREATE TABLE parts () INHERITS (things);
ALTER TABLE parts ADD CONSTRAINT whole FOREIGN KEY (label) REFERENCES things (label);
