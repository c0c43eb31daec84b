CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER books FOREIGN DATA WRAPPER far;
CREATE TYPE binding AS ENUM ('soft', 'hard');
CREATE FOREIGN TABLE title (id integer OPTIONS (name 'key') NOT NULL, words varchar(80) COLLATE "C" DEFAULT 'none', bound binding) SERVER books OPTIONS (relation 'titles');
CREATE FOREIGN TABLE author (id integer NOT NULL, born date CHECK (born > '1000-01-01')) SERVER books OPTIONS (a '1', b '2');
CREATE FOREIGN TABLE lost (id integer) SERVER books;
CREATE VIEW old_authors AS SELECT id, born FROM author WHERE born < '1900-01-01';
CREATE VIEW titles AS SELECT id, words FROM title;
