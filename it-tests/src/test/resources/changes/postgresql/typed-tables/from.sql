CREATE TYPE thing AS (id int, label text);
CREATE TYPE other AS (id int, label text, more int);
CREATE TABLE becomes (id int, label text);
CREATE TABLE ceases OF thing;
CREATE TABLE changes OF thing;
