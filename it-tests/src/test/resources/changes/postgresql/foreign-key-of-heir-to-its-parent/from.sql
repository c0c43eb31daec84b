CREATE TABLE things (code text PRIMARY KEY);
CREATE TABLE parts () INHERITS (things);
ALTER TABLE parts ADD CONSTRAINT whole FOREIGN KEY (code) REFERENCES things (code);
