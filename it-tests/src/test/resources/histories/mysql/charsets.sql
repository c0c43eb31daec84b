-- Character sets and collations, inherited and written.
-- migration 01_defaults
create table plain (id int primary key, v varchar(20), t text, n int);
-- migration 02_latin
create table latin (id int primary key, v varchar(20), t text, e enum('a', 'b')) default charset latin1;
-- migration 03_collation
create table coll (id int primary key, v varchar(20)) collate utf8mb4_bin;
-- migration 04_columns
create table mixed (
  id int primary key,
  a varchar(20) character set latin1,
  b varchar(20) collate utf8mb4_bin,
  c varchar(20) character set utf8mb4 collate utf8mb4_unicode_ci,
  d char(5) character set ascii not null,
  e text character set utf8mb4
) default charset utf8mb4;
-- migration 05_add
alter table latin add column w varchar(10), add column u varchar(10) character set utf8mb4;
-- migration 06_table_default
alter table latin default charset utf8mb4;
-- migration 07_add_after
alter table latin add column later varchar(10);
-- migration 08_convert
alter table latin convert to character set utf8mb4 collate utf8mb4_unicode_ci;
-- migration 09_modify_keeps_table
alter table mixed modify a varchar(30);
-- migration 10_modify_collation
alter table mixed modify b varchar(20) collate utf8mb4_general_ci not null;
-- migration 11_engine
create table mem (id int primary key, v varchar(10), key (v) using hash) engine = memory;
-- migration 12_engine_changed
alter table mem engine = InnoDB;
-- migration 13_myisam
create table my (id int primary key, v varchar(10)) engine = MyISAM default charset latin1;
-- migration 14_myisam_to_innodb
alter table my engine InnoDB, convert to character set utf8mb4;
-- migration 15_unique
alter table coll add unique (v);
-- migration 16_convert_plain
alter table plain convert to character set latin1;
-- migration 17_convert_back
alter table plain convert to character set utf8mb4 collate utf8mb4_bin;
-- migration 18_number
alter table plain modify v int;
-- migration 19_text_again
alter table plain modify v varchar(20);
-- migration 20_binary
alter table plain modify t varchar(100) binary;
-- migration 21_utf8mb3
create table old (id int primary key, v varchar(20)) default charset utf8mb3;
-- migration 22_utf8
alter table old modify v varchar(20) character set utf8mb4;
-- migration 23_comment
alter table old comment 'old', modify v varchar(20) character set utf8mb4 comment 'v';
-- migration 24_dropped
drop table mixed, old;
-- migration 25_texts_of_bytes
create table bytes (v varchar(250) character set binary, c char(10) character set binary not null default 'x', t text collate binary) default character set utf8mb4;
create table all_bytes (v varchar(20), t mediumtext) character set binary;
-- migration 26_converted_to_bytes
create table text_once (id int primary key, v varchar(20), t text) default character set latin1;
alter table text_once convert to character set binary;
