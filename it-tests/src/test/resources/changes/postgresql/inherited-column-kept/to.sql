CREATE TABLE base (id integer);
CREATE TABLE first (note text, a integer) INHERITS (base);
CREATE TABLE second (b integer) INHERITS (base);
