-- Checks, expressions and generated columns.
-- migration 01_checks
create table a (x int check (x > 0), y int, constraint y_small check (y < 100), check (x <> y));
-- migration 02_named
alter table a add constraint both_set check (x is not null and y is not null);
-- migration 03_dropped
alter table a drop constraint y_small;
-- migration 04_between
alter table a add check (y between -5 and 50 or y = 99);
-- migration 05_functions
create table b (s varchar(50), n int, check (char_length(s) > 2), check (lower(s) = s), check (n % 2 = 0));
-- migration 06_generated
alter table b add column up varchar(50) as (upper(s)) stored, add column twice int as (n * 2);
-- migration 07_generated_expression
alter table b add column big bool as (n > 100) virtual;
-- migration 08_drop_generated
alter table b drop column big;
-- migration 09_expression_changed
alter table b modify up varchar(50) as (concat(s, '-', n)) stored;
-- migration 10_defaults
alter table b add column d1 int default (1 + 2), add column d2 varchar(36) default (concat('a', 'b'));
-- migration 11_default_literal
alter table b alter d1 set default 4;
-- migration 12_case
alter table b add check ((case when n > 0 then 1 else 2 end) > 0);
-- migration 13_in
alter table b add constraint s_known check (s in ('abc', 'def', 'ghi') or s is null);
-- migration 14_like
alter table b add constraint s_like check (s like 'a%' or s not like '%z');
-- migration 15_like_dropped
alter table b drop constraint s_like;
-- migration 16_dates
create table c (since date not null, til date, check (til >= since), constraint not_old check (since > '2000-01-01'));
-- migration 17_coalesce
alter table c add check (coalesce(til, since) >= since);
-- migration 18_index
create index up on b (up);
-- migration 19_index_dropped
drop index up on b;
-- migration 20_no_more
alter table c drop constraint not_old;
-- migration 21_column_with_check_dropped
alter table b add column only_here int, add constraint only_check check (only_here > 3);
-- migration 22_dropped_with_column
alter table b drop column only_here;
-- migration 23_json
create table j (id int primary key, doc json, name varchar(20) as (json_unquote(json_extract(doc, '$.name'))) virtual);
-- migration 24_json_dropped
alter table j drop column name;
