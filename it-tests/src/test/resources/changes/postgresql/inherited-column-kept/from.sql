CREATE TABLE base (id integer, note text, kind text);
CREATE TABLE first (a integer) INHERITS (base);
CREATE TABLE second (b integer) INHERITS (base);
