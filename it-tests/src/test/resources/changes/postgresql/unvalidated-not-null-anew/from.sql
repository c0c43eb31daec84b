CREATE TABLE things (id integer, code uuid);
