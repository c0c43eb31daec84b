SET SESSION sql_mode = 'STRICT_TRANS_TABLES';
CREATE TABLE old_days (id int PRIMARY KEY, born date NOT NULL DEFAULT '0000-00-00',
  seen datetime DEFAULT '2020-00-00 00:00:00', n bigint, KEY by_n (n));
CREATE TABLE plain (id bigint);
CREATE TABLE fresh (at timestamp NOT NULL DEFAULT '0000-00-00 00:00:00');
