CREATE TABLE channels (id integer PRIMARY KEY);
