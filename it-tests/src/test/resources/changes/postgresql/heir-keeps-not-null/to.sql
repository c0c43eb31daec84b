CREATE TABLE things (id integer);
CREATE TABLE tools () INHERITS (things);
CREATE TABLE hammers () INHERITS (tools);
ALTER TABLE tools ALTER COLUMN id SET NOT NULL;
