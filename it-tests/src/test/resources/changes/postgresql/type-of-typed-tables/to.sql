CREATE TYPE state AS ENUM ('new');
CREATE TYPE thing AS (id bigint, size int, note text);
CREATE TYPE shape AS (kind state, edges int);
CREATE TABLE things OF thing (PRIMARY KEY (id), note WITH OPTIONS DEFAULT 'none');
CREATE TABLE leaves (id int, label text);
CREATE TABLE comes OF thing;
CREATE TABLE shapes OF shape;
CREATE TABLE boxes (inside thing);
