-- Partitions, copies of tables, temporary tables, defaults of databases.
-- migration 01_hash
create table h (id int primary key, v int) partition by hash (id) partitions 4;
-- migration 02_more
alter table h add partition partitions 2;
-- migration 03_fewer
alter table h coalesce partition 3;
-- migration 04_key
create table k (id int, name varchar(20), primary key (id, name)) partition by linear key (name) partitions 2;
create table pk (id int primary key) partition by key () partitions 3;
-- migration 05_range
create table r (id int not null, since date not null, note varchar(20)) partition by range (to_days(since)) (partition old values less than (to_days('2010-01-01')) comment = 'long ago', partition recent values less than (to_days('2020-01-01')));
-- migration 06_range_added
alter table r add partition (partition now_ values less than maxvalue);
-- migration 07_range_reorganized
alter table r reorganize partition now_ into (partition later values less than (to_days('2030-01-01')), partition rest values less than maxvalue);
-- migration 08_range_dropped
alter table r drop partition old;
-- migration 09_list
create table l (id int, region int) partition by list (region * 2) (partition north values in (2, 4, null), partition south values in (6));
-- migration 10_list_columns
create table lc (a int, b varchar(10)) partition by list columns (a, b) (partition p values in ((1, 'x'), (2, 'it''s')), partition q values in ((3, null)));
-- migration 11_range_columns
create table rc (a int, b datetime) partition by range columns (b, a) (partition p values less than ('2020-01-01', 5), partition q values less than (maxvalue, maxvalue));
-- migration 12_subpartitions
create table s (id int, d date) partition by range (year(d)) subpartition by hash (to_days(d)) subpartitions 2 (partition a values less than (1990), partition b values less than maxvalue);
-- migration 13_repartitioned
alter table h partition by range (id) (partition low values less than (10 + 10), partition high values less than maxvalue);
-- migration 14_removed
alter table h remove partitioning;
-- migration 15_with_columns
alter table l add column extra int first, drop column id;
-- migration 16_key_widened
alter table h drop primary key, add primary key (id, v) partition by hash (v) partitions 2;
-- migration 17_like
create table src (a int auto_increment primary key, b int comment 'x', c int check (c > 0), constraint small check (b < 5), f int, g int as (b + 1) stored, key by_b (b desc), unique u (c), s varchar(10) default 'q') comment 'the source';
create table copy like src;
create table copy_of_partitioned like r;
-- migration 18_like_with_parent
create table parent (id int primary key);
alter table src add foreign key (f) references parent (id);
create table orphan like src;
create table if not exists orphan like parent;
-- migration 19_temporary
create temporary table src (z int);
alter table src add column y int;
create temporary table scratch like parent;
create index i on scratch (id);
drop table src;
drop temporary table scratch;
alter table src add column after_all int;
-- migration 20_forgotten
create temporary table left_over (a int);
create temporary table copy (z int);
-- migration 21_rows_moved
alter table r truncate partition recent;
alter table r analyze partition all;
alter table r rebuild partition recent, rest;
-- migration 22_swap
rename table src to src_old, copy to src, src_old to copy;
-- migration 23_key_of_another_kind
create table spread (at datetime(3) not null, n int, primary key (at)) partition by key (at) partitions 2;
-- migration 24_key_of_another_kind
alter table spread modify at int not null;
