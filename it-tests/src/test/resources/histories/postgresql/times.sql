-- What only PostgreSQL 18 has: keys over ranges of time.
-- migration 01_key
create table rooms (id int4range, valid_at daterange, primary key (id, valid_at without overlaps));
-- migration 02_named_key
create table prices (id int4range, valid_at datemultirange, amount numeric, constraint once unique (id, valid_at without overlaps));
-- migration 03_foreign_key
create table bookings (id int4range, room int4range, during daterange,
  primary key (id, during without overlaps),
  foreign key (room, period during) references rooms (id, period valid_at));
-- migration 04_implied_columns
create table cleanings (room int4range, during daterange, foreign key (room, period during) references rooms);
-- migration 05_unique_by_default
create table plain (id int4range, valid_at tstzrange);
alter table plain add unique (id, valid_at without overlaps);
-- migration 06_beside_a_plain_one
alter table plain add unique (id, valid_at);
-- migration 07_key_dropped
alter table plain drop constraint plain_id_valid_at_key;
-- migration 08_column_renamed
alter table rooms rename column valid_at to during;
-- migration 09_table_renamed
alter table rooms rename to chambers;
-- migration 10_key_renamed
alter table prices rename constraint once to only_once;
-- migration 11_made_plain
alter table prices drop constraint only_once, add constraint only_once unique (id, valid_at);
-- migration 12_made_temporal
alter table prices drop constraint only_once, add constraint only_once unique (id, valid_at without overlaps);
-- migration 13_foreign_key_dropped
alter table cleanings drop constraint cleanings_room_during_fkey;
-- migration 14_foreign_key_added
alter table cleanings add constraint clean foreign key (room, period during) references chambers (id, period during);
-- migration 15_deferrable
create table later (id int4range, valid_at daterange, primary key (id, valid_at without overlaps) deferrable initially deferred);
-- migration 16_include
create table wide (id int4range, valid_at daterange, note int4range, unique (id, valid_at without overlaps) include (note));
-- migration 17_partitioned
create table parts (id int4range, valid_at daterange, primary key (id, valid_at without overlaps)) partition by list (id);
create table parts_1 partition of parts for values in ('[1,2)');
-- migration 18_column_dropped
alter table wide drop column valid_at;
-- migration 19_cascade
alter table chambers drop constraint rooms_pkey cascade;
-- migration 20_schema_of_things
create schema inside
  create view v as select x from t
  create index on t (x)
  create table t (x serial primary key);
-- migration 21_indexes_made_anew_with_an_expression
create table doubled (a int, g int generated always as (a + 1) stored);
create index on doubled (g, a);
create index on doubled (a desc);
alter table doubled rename g to h;
alter table doubled rename a to b;
alter table doubled alter h set expression as (b + 2);
create table doubled2 (like doubled including indexes);
