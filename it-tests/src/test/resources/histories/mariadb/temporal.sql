-- What MariaDB alone has: sequences, history, clauses of existence.
-- migration 01_sequences
create sequence plain;
create sequence counting start with 5 increment by 2 maxvalue 100 cache 10 cycle;
create or replace sequence down increment by -1;
-- migration 02_sequence_altered
alter sequence counting maxvalue 1000 nocache;
-- migration 03_default
create table t (id bigint primary key default nextval(plain), other bigint default (next value for down), v int);
-- migration 04_versioned
create table v (x int, y int without system versioning) with system versioning;
-- migration 05_versioning_added
alter table t add system versioning;
-- migration 06_versioning_dropped
alter table t drop system versioning;
-- migration 07_column_versioned
create table w (x int, y int with system versioning, z int without system versioning);
-- migration 08_period
create table p (id int, since date not null, til date not null, period for valid (since, til));
-- migration 09_period_dropped
alter table p drop period for valid;
-- migration 10_period_added
create table q (id int, a date, b date);
alter table q add period for valid (a, b);
-- migration 11_row_times
create table rows_ (x int, s timestamp(6) generated always as row start, e timestamp(6) generated always as row end invisible, period for system_time (s, e)) with system versioning;
-- migration 12_partitioned_history
create table h (x int) with system versioning partition by system_time limit 1000 (partition p0 history, partition p1 history, partition pn current);
-- migration 13_default_list
create table l (a int) partition by list (a) (partition one values in (1), partition rest default);
-- migration 14_exists
alter table if exists nothing add column a int;
alter table q add column if not exists id int, add column if not exists c int, drop column if exists none, add index if not exists by_c (c), add index if not exists by_c (id);
-- migration 15_exists_renames
alter table q rename column if exists none to other, rename column if exists c to d, rename index if exists none to other, rename index if exists by_c to by_d, alter column if exists none set default 3, alter column if exists d set default 4;
-- migration 16_tables_exist
rename table if exists nothing to something, q to qq;
drop index if exists none on qq;
create index if not exists by_d on qq (id);
create or replace table p (only_one int);
-- migration 17_ignored
alter table qq alter index by_d ignored;
-- migration 18_partition_to_table
create table r (a int not null, b int) partition by range (a) (partition x values less than (10), partition y values less than (20));
alter table r convert partition y to table was_y;
-- migration 19_table_to_partition
alter table r convert table was_y to partition z values less than (30);
-- migration 20_sequence_dropped
drop table t;
drop sequence if exists plain, none;
-- migration 21_sequence_no_cycle
alter sequence counting nocycle no maxvalue;
-- migration 22_sequence_turned
alter sequence counting increment by -3;
-- migration 23_sequence_back
alter sequence counting increment by 3 minvalue 1 start 3 cycle;
