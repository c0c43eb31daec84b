CREATE TYPE thing AS (id int, label text);
CREATE TYPE other AS (id int, label text, more int);
CREATE TABLE becomes OF thing;
CREATE TABLE ceases (id bigint, more int);
CREATE TABLE changes OF other;
CREATE TABLE comes OF thing (PRIMARY KEY (id), label WITH OPTIONS DEFAULT 'none');
