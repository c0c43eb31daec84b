-- Types, their defaults and changes between them.
-- migration 01_numbers
create table numbers (
  id int primary key,
  t tinyint default 1,
  b bool default true,
  s smallint unsigned default 5,
  m mediumint default -5,
  i int(11) default 0,
  g bigint default 9000000000,
  f float default 1.5,
  d double default 2.25,
  n decimal,
  n1 decimal(5) default 7,
  n2 numeric(7, 3) default 1.5,
  z int(5) unsigned zerofill,
  y year default 2020,
  bi bit(4) default b'1010'
);
-- migration 02_strings
create table strings (
  id int primary key,
  c char,
  c3 char(3) default 'abc',
  v varchar(9) default 'it''s',
  w varchar(30) not null default '',
  tt tinytext,
  t text,
  mt mediumtext,
  lt longtext,
  bn binary(4),
  vb varbinary(20),
  bl blob,
  lb longblob,
  e enum('a', 'b,c', 'd''e') default 'a',
  st set('x', 'y', 'z') not null default 'x,y'
);
-- migration 03_times
create table times (
  id int primary key,
  d date default '2020-02-29',
  t time,
  t3 time(3) default '10:00:00.000',
  dt datetime,
  dt3 datetime(3) default current_timestamp(3) on update current_timestamp(3),
  ts timestamp null default null,
  ts6 timestamp(6) not null default current_timestamp(6)
);
-- migration 04_json
create table documents (
  id int primary key,
  body json not null,
  tags json,
  plain longtext
);
-- migration 05_widen
alter table numbers modify t smallint default 1, modify i bigint default 0, modify f double default 1.5;
-- migration 06_narrow
alter table numbers modify g int default 90;
-- migration 07_precision
alter table numbers modify n2 decimal(9, 4) default 1.5, modify n1 decimal(6, 1);
-- migration 08_to_text
alter table numbers modify column m varchar(20) default '-5';
-- migration 09_unsigned
alter table numbers modify s smallint not null;
-- migration 10_strings
alter table strings modify v varchar(100) default 'it''s', modify c3 varchar(3) not null default 'abc', modify t mediumtext;
-- migration 11_enum
alter table strings modify e enum('a', 'b,c', 'd''e', 'f') default 'f';
-- migration 12_set
alter table strings modify st set('x', 'y', 'z', 'w') not null;
-- migration 13_default_changed
alter table strings alter column w set default 'x\ty "quoted"', alter c set default 'q';
-- migration 14_default_dropped
alter table strings alter column w drop default;
-- migration 15_dates
alter table times modify d datetime default '2020-02-29 00:00:00', modify dt datetime(6) default now(6);
-- migration 16_on_update_dropped
alter table times modify dt3 datetime(3) default current_timestamp(3);
-- migration 17_json_added
alter table documents add column extra json null, drop column tags;
-- migration 18_json_to_text
alter table documents modify extra longtext;
-- migration 19_text_to_json
alter table documents modify plain json;
-- migration 20_not_null
alter table strings modify tt tinytext not null;
-- migration 21_check_in
alter table strings add constraint strings_c check (c in ('a', 'b', 'q'));
alter table strings add constraint strings_v check (v not in ('x', 'y') and char_length(v) between 1 and 50);
-- migration 22_prefix
create index v_prefix on strings (v(10), c);
create index t_prefix on strings (t(25));
-- migration 23_prefix_changed
alter table strings drop index v_prefix, add index v_prefix (v(12));
-- migration 24_comment
alter table strings modify v varchar(100) default 'it''s' comment 'says \\ and ''this''';
-- migration 25_numbers_in_texts
CREATE TABLE numbers_in_texts (a VARCHAR(20) DEFAULT 007, b VARCHAR(20) DEFAULT .50, c CHAR(4) DEFAULT -02, d VARCHAR(20) DEFAULT 1e3);
