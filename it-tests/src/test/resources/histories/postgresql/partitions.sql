-- Partitioned tables and their partitions, with what the server hands down.
-- migration 01_range
create table readings (
  station int not null,
  at date not null,
  value numeric(8, 2) default 0,
  note text,
  constraint readings_sane check (value > -100)
) partition by range (at);
-- migration 02_partitions
create table readings_2023 partition of readings for values from ('2023-01-01') to ('2024-01-01');
create table readings_2024 partition of readings
  (value default 1, constraint only_2024 check (station > 0))
  for values from ('2024-01-01') to ('2025-01-01');
-- migration 03_default
create table readings_rest partition of readings default;
-- migration 04_index
create index on readings (station);
create index readings_note on readings (lower(note)) where note is not null;
-- migration 05_key
alter table readings add primary key (station, at);
-- migration 06_unique
alter table readings add constraint one_note unique (note, at);
-- migration 07_column
alter table readings add column unit text not null default 'C';
-- migration 08_list
create table pets (id bigint, kind text, born int, primary key (id, kind)) partition by list (kind);
create table pets_cats partition of pets for values in ('cat', 'kitten');
create table pets_dogs partition of pets for values in ('dog') partition by hash (id);
create table pets_dogs_0 partition of pets_dogs for values with (modulus 2, remainder 0);
create table pets_dogs_1 partition of pets_dogs for values with (modulus 2, remainder 1);
-- migration 09_own_index
create index pets_cats_born on pets_cats (born);
-- migration 10_index_takes_over
create index pets_born on pets (born);
-- migration 11_foreign_key
create table owners (id int primary key);
alter table pets add column owner int references owners on delete set null;
-- migration 12_pointed_at
create table visits (
  id serial primary key,
  pet bigint not null,
  kind text not null,
  foreign key (pet, kind) references pets
);
-- migration 13_detach
alter table readings detach partition readings_2023;
-- migration 14_detached_is_free
alter table readings_2023 drop constraint readings_2023_pkey, drop column unit;
-- migration 15_attach
alter table readings_2023 add column unit text not null default 'F';
alter table readings attach partition readings_2023 for values from ('2023-01-01') to ('2024-01-01');
-- migration 16_only
create index readings_value on only readings (value);
create index readings_2023_by_value on readings_2023 (value);
alter index readings_value attach partition readings_2023_by_value;
-- migration 17_rename
alter index readings_note rename to readings_by_note;
alter table readings rename column value to measured;
alter table readings_2024 rename to readings_of_2024;
-- migration 18_type
alter table readings alter column note type varchar(200);
-- migration 19_check
alter table readings add check (measured < 1000);
alter table readings drop constraint readings_sane;
-- migration 20_defaults
alter table readings alter column measured set default 5;
alter table only readings alter column unit drop default;
-- migration 21_drop_index
drop index readings_by_note;
-- migration 22_drop_constraint
alter table readings drop constraint one_note;
-- migration 23_drop_column
alter table readings drop column note;
-- migration 24_drop_partition
drop table readings_2023;
-- migration 25_expression
create table words (word text not null, n int) partition by list (lower(left(word, 1)));
create table words_a partition of words for values in ('a', 'b') with (fillfactor = 70);
create table words_null partition of words for values in (null);
-- migration 26_two_columns
create table grid (x int, y bigint) partition by range (x, y);
create table grid_low partition of grid for values from (minvalue, minvalue) to (10, 0);
create table grid_high partition of grid for values from (10, 0) to (maxvalue, maxvalue);
-- migration 27_drop_parent
drop table words;
drop table visits;
drop table pets cascade;
-- migration 28_included_columns_name_an_index
create table covered (k int, a int, b int, unique (k, a) include (b)) partition by list (k);
create table covered_1 partition of covered for values in (1) with (oids = false);
create index on covered (a) include (b, k);
-- migration 29_to_be_detached
create table depots (zone int, code varchar(9), opened date, rank numeric) partition by list (zone);
create table depots_1 partition of depots for values in (1);
create table depots_2 partition of depots for values in (2, 3);
create table depots_n partition of depots for values in (null, 4);
create table depots_5 partition of depots for values in (5) partition by range (opened);
create table depots_5a partition of depots_5 for values from ('2020-01-01') to ('2021-01-01');
create table depots_5b partition of depots_5 for values from ('2021-01-01') to (maxvalue);
create table depots_6 partition of depots for values in (6, 7);
alter table depots_6 add check (zone in (7, 6));
create table depots_8 partition of depots (zone not null, check (zone in (9, 8))) for values in (8, 9);
create table codes (code varchar(9), closed boolean) partition by list (code);
create table codes_a partition of codes for values in ('a', 'b c', 'it''s');
create table codes_z partition of codes for values in ('z');
create table flags (closed boolean) partition by list (closed);
create table flags_t partition of flags for values in (true);
create table flags_f partition of flags for values in (false);
create table spans (a int, b int, c int) partition by range (a, b, c);
create table spans_1 partition of spans for values from (1, 2, 3) to (1, 2, 9);
create table spans_2 partition of spans for values from (1, 3, 3) to (1, 5, 9);
create table spans_3 partition of spans for values from (2, 3, minvalue) to (2, 5, maxvalue);
create table spans_4 partition of spans for values from (4, 3, 1) to (5, maxvalue, maxvalue);
create table spans_5 partition of spans for values from (minvalue, minvalue, minvalue) to (-1, 1, 1);
create table days (at timestamptz, price numeric(8, 2)) partition by range (at);
create table days_1 partition of days for values from ('2020-01-01 00:00:00+00') to ('2021-01-01 00:00:00+00');
create table ranks (big bigint, small smallint) partition by list (small);
create table ranks_1 partition of ranks for values in (-1);
create table notes (note text collate "C") partition by range (note);
create table notes_a partition of notes for values from ('a') to ('b');
create table hashed (a int) partition by hash (a);
create table hashed_0 partition of hashed for values with (modulus 2, remainder 0);
-- migration 30_detached
alter table depots detach partition depots_1 concurrently;
alter table depots detach partition depots_2 concurrently;
alter table depots detach partition depots_n concurrently;
alter table depots_5 detach partition depots_5a concurrently;
alter table depots detach partition depots_5 concurrently;
alter table depots detach partition depots_6 concurrently;
alter table depots detach partition depots_8 concurrently;
alter table codes detach partition codes_a concurrently;
alter table codes detach partition codes_z concurrently;
alter table flags detach partition flags_t concurrently;
alter table flags detach partition flags_f concurrently;
alter table spans detach partition spans_1 concurrently;
alter table spans detach partition spans_2 concurrently;
alter table spans detach partition spans_3 concurrently;
alter table spans detach partition spans_4 concurrently;
alter table spans detach partition spans_5 concurrently;
alter table days detach partition days_1 concurrently;
alter table ranks detach partition ranks_1 concurrently;
alter table notes detach partition notes_a concurrently;
alter table hashed detach partition hashed_0 concurrently;
