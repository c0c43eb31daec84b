CREATE TABLE things (id integer);
CREATE TABLE tools (maker varchar(20), code uuid) INHERITS (things);
