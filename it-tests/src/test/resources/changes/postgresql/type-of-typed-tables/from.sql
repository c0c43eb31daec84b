CREATE TYPE state AS ENUM ('new', 'gone');
CREATE TYPE thing AS (id int, label text, size int);
CREATE TYPE shape AS (kind state, edges int);
CREATE TABLE things OF thing (PRIMARY KEY (id));
CREATE TABLE leaves OF thing;
CREATE TABLE goes OF thing;
CREATE TABLE shapes OF shape;
CREATE TABLE boxes (inside thing);
