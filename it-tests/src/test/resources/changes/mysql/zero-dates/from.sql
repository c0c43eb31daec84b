SET SESSION sql_mode = 'STRICT_TRANS_TABLES';
CREATE TABLE old_days (id int PRIMARY KEY, born date NOT NULL DEFAULT '0000-00-00',
  seen datetime DEFAULT '2020-00-00 00:00:00', n int);
INSERT INTO old_days (id) VALUES (1);
CREATE TABLE plain (id int);
