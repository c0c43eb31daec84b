CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER books FOREIGN DATA WRAPPER far;
CREATE FOREIGN TABLE title (id integer, words text) SERVER books;
COMMENT ON FOREIGN TABLE title IS 'of the library';
COMMENT ON COLUMN title.words IS 'as printed';
CREATE TYPE words AS RANGE (subtype = varchar, collation = pg_catalog."C", subtype_opclass = text_ops);
CREATE TYPE padded AS RANGE (subtype = bpchar, collation = "POSIX");
