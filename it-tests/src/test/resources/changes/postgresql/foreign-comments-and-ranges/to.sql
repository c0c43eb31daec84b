CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER books FOREIGN DATA WRAPPER far;
CREATE FOREIGN TABLE title (id integer, words text) SERVER books;
COMMENT ON FOREIGN TABLE title IS 'of another library';
COMMENT ON COLUMN title.id IS 'a number';
CREATE TYPE words AS RANGE (subtype = varchar, collation = pg_catalog."C");
CREATE TYPE padded AS RANGE (subtype = character, collation = "POSIX");
