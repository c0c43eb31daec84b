CREATE TABLE t (id int(11) NOT NULL, b bool DEFAULT true, PRIMARY KEY (id));
