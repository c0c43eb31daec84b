-- Settings of sessions that decide what statements mean, and names that say where they are.
-- migration 01_keys_ahead
set foreign_key_checks = 0;
create table child (id int primary key, parent int, foreign key (parent) references parent (id));
create table parent (id int primary key);
-- migration 02_checked_again
create table grandchild (id int primary key, child int, foreign key (child) references child (id));
-- migration 03_dump
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
create table early (id int, foreign key (id) references late (id));
create table late (id int primary key);
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
create table later (id int, foreign key (id) references late (id));
-- migration 04_engine
set default_storage_engine = MyISAM;
create table words (w varchar(20), fulltext (w));
create table odd (w varchar(20)) engine = InnoDB;
-- migration 05_engine_default
create table plain (a int);
-- migration 06_ansi
set sql_mode = 'ANSI_QUOTES';
create table "quoted" ("a b" int default 7 comment 'x', "c" varchar(10) default 'c');
-- migration 07_ansi_gone
create table said (a varchar(10) default "said");
-- migration 08_real
set session sql_mode = 'REAL_AS_FLOAT';
alter table plain add column r real;
-- migration 09_real_default
alter table plain add column d real;
-- migration 10_timestamps
create table moments (a timestamp null default null, b timestamp not null default current_timestamp);
-- migration 11_implicit
set sql_mode = 'STRICT_ALL_TABLES';
alter table moments add column c datetime(3) not null default current_timestamp(3);
-- migration 12_default_gone
alter table moments modify c datetime(3) not null;
-- migration 13_inert
set @x = 5; set names utf8mb4;
lock tables plain write;
unlock tables;
-- migration 14_comments
/*!50000 alter table plain add column e int */;
/*!99999 alter table plain add column f int */;
-- migration 15_memory
create table cache (k int, v varchar(10), index (k), index b using btree (v), unique u (v, k)) engine = memory;
-- migration 16_memory_keys
alter table cache add index h (v, k), add index t using btree (k, v);
-- migration 17_memory_primary
create table hits (k int primary key, n int) engine = memory;
-- migration 18_memory_becomes
alter table cache engine = InnoDB;
-- migration 19_becomes_memory
alter table plain drop column e, engine = memory, add index (a);
-- migration 20_serial
create table counters (n serial, m int unique unique);
-- migration 21_renamed_under_no_checks
set foreign_key_checks = off;
rename table parent to forebear;
-- migration 22_keys_that_an_engine_forgets
create table heap_parent (id int primary key) engine = memory;
create table heap_child (id int primary key, p int, foreign key (p) references heap_parent (id)) engine = memory;
alter table heap_child add column q int, add constraint forgotten foreign key (q) references heap_parent (id);
-- migration 23_a_key_that_is_cut_where_nothing_is_strict
set sql_mode = '';
create table long_keys (v varchar(1000) character set utf8mb4, w varchar(1000) character set utf8mb4, key by_v (v));
create index by_w on long_keys (w);
