-- Names: quoted, long, clashing, renamed, reserved.
-- migration 01_quoted
create table "Select" ("from" int primary key, "Group By" text, "with""quote" int);
-- migration 02_long
create table a_table_with_a_name_that_is_rather_long_and_goes_on_and_on (
  a_column_with_a_name_that_is_rather_long_too_and_goes_on int unique,
  another_column_with_a_long_name int check (another_column_with_a_long_name > 0)
);
-- migration 03_long_index
create index on a_table_with_a_name_that_is_rather_long_and_goes_on_and_on (another_column_with_a_long_name);
-- migration 04_clash
create table t (a int, b int);
create index t_a_idx on t (b);
create index on t (a);
create index on t (a);
-- migration 05_clash_constraint
alter table t add unique (a);
alter table t add unique (b), add unique (a, b);
-- migration 06_renamed
alter table t rename to u;
create table t (a int unique, b int check (b > 0));
-- migration 07_sequence_clash
create sequence v_id_seq;
create table v (id serial primary key);
-- migration 08_upper
ALTER TABLE T ADD COLUMN NewColumn INT DEFAULT 7;
-- migration 09_unicode
create table größe (straße text unique, "Ünï" int);
-- migration 10_rename_unicode
alter table größe rename column straße to weg;
-- migration 11_multi_rename
alter table "Select" rename column "Group By" to grp;
alter table "Select" rename to sel;
-- migration 12_fk_names
create table p (x int, y int, primary key (x, y));
create table c (x int, y int, foreign key (x, y) references p, foreign key (x, y) references p (x, y) on delete cascade);
-- migration 13_if_exists
drop table if exists nothing;
alter table if exists nothing add column a int;
drop index if exists nothing;
create table if not exists p (other text);
alter table c add column if not exists x text;
alter table c drop column if exists z;
alter table c drop constraint if exists nope;
-- migration 14_fk_dropped
alter table c drop constraint c_x_y_fkey1;
-- migration 15_pk_dropped
alter table v drop constraint v_pkey;
-- migration 16_pk_named
alter table v add constraint v_is_a_key primary key (id);
-- migration 17_using_index
create unique index c_x_uq on c (x);
alter table c add constraint c_x_unique unique using index c_x_uq;
-- migration 18_self_reference
create table tree (id int primary key, parent int references tree, sibling int references tree (id) on delete set null);
-- migration 19_cycle
create table hen (id int primary key, egg int);
create table egg (id int primary key, hen int references hen);
alter table hen add foreign key (egg) references egg;
-- migration 20_drop_column_cascade
alter table p drop column y cascade;
-- migration 21_drop_several
drop table egg, hen;
-- migration 22_drop_sequence
drop sequence v_id_seq;
-- migration 23_back
alter table u rename to t2;
alter index t_a_idx rename to t2_b_idx;
-- migration 24_exclude
create table rooms (id int primary key, during int4range, exclude using gist (during with &&));
-- migration 25_included
create table parcels (a int, b int, c int, unique (a) include (b));
create index on parcels (c) include (b, a);
create index on parcels ((a + 1)) include (c);
-- migration 26_named_before_the_casts_go
create table letters (doc jsonb, body text, kind varchar(9));
create index on letters (((doc ->> 'to')::text));
create index on letters (((doc ->> 'to')::text), (kind::text));
create index on letters ((body::text));
create index on letters (cast((doc -> 'to') as text), cast(kind as text));
-- migration 27_indexes_keep_the_names_of_columns
create table shelves (a int, b int, c text, primary key (a) include (b), unique (b, c));
create index shelves_twice on shelves (b, b desc) include (c);
create table boxes (a int, b int, unique (a, b)) partition by list (a);
create index on boxes (b);
alter table shelves rename a to z;
alter table shelves rename b to a;
alter table shelves rename c to b;
alter table boxes rename b to e;
-- migration 28_copies_take_them_over
create table shelves2 (like shelves including indexes);
create table box1 partition of boxes for values in (1);
create table box2 (a int, e int);
alter table boxes attach partition box2 for values in (2);
create table box3 partition of boxes for values in (3) partition by list (e);
create table box31 partition of box3 for values in (31);
-- migration 29_made_anew_with_a_type
alter table shelves alter b type varchar(20);
alter table shelves rename constraint shelves_b_c_key to shelves_key;
create table shelves3 (like shelves including indexes);
alter table shelves_twice rename column a to named;
create table shelves4 (like shelves including indexes);
