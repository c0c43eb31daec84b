-- Names: quoted, clashing, renamed, reserved; foreign keys and the indexes they bring.
-- migration 01_quoted
create table `select` (`from` int primary key, `Group By` varchar(10), `with``tick` int);
-- migration 02_clash
create table t (a int, b int, index (a), index (a), unique (a), key k (b));
-- migration 03_unnamed_keys
create table p (id int primary key, code int unique);
create table c (x int, y int, z int, foreign key (x) references p (id), foreign key (y) references p (code), constraint named foreign key (z) references p (id));
-- migration 04_covering
alter table c add index (x, y);
-- migration 05_fk_dropped
alter table c drop foreign key c_ibfk_2;
-- migration 06_fk_added
alter table c add foreign key (y) references p (id) on delete cascade;
-- migration 07_renamed
rename table c to child;
-- migration 08_more_keys
alter table child add column w int, add foreign key (w) references p (code);
-- migration 09_rename_parent
alter table p rename to parent;
-- migration 10_upper
ALTER TABLE t ADD COLUMN NewColumn INT DEFAULT 7;
alter table t alter NEWCOLUMN set default 8;
-- migration 11_unicode
create table größe (straße varchar(20) unique, `Ünï` int);
-- migration 12_rename_unicode
alter table größe rename column straße to weg;
-- migration 13_two_renames
rename table `select` to sel, t to t2;
-- migration 14_column_renames
alter table sel change `Group By` grp varchar(12), change `with``tick` tick int;
-- migration 15_self_reference
create table tree (id int primary key, parent int, constraint tree_parent foreign key (parent) references tree (id) on delete cascade);
-- migration 16_cycle
create table hen (id int primary key, egg int);
create table egg (id int primary key, hen int, foreign key (hen) references hen (id));
alter table hen add foreign key (egg) references egg (id);
-- migration 17_column_dropped
alter table t2 drop column a;
-- migration 18_index_swap
alter table child drop index named, add index named_again (z);
-- migration 19_key_change
alter table parent drop primary key, add primary key (id, code);
-- migration 20_if_exists
drop table if exists nothing;
create table if not exists parent (other int);
-- migration 21_cycle_broken
alter table hen drop foreign key hen_ibfk_1;
drop table egg, hen;
-- migration 22_descending
create index d on child (z desc, x);
-- migration 23_swap_columns
alter table sel modify tick int first;
-- migration 24_swap_names
create table swapped (a int, b varchar(10), c date, key of_a (a), key of_both (b, a), primary key (a, c));
alter table swapped change a b int, change b a varchar(20) first;
alter table swapped rename column a to b, rename column b to c, rename column c to a, add column d int after c;
create table swapper (x int, y date, foreign key (x, y) references swapped (c, a));
alter table swapped rename column c to a, rename column a to c;
drop table swapper, swapped;
-- migration 25_all_gone
drop table child;
drop table parent;
