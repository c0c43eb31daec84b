-- Types, their defaults and changes between them.
-- migration 01_numbers
create table numbers (
  id int primary key,
  s smallint default 1,
  i int4 default -5,
  b int8 default 9000000000,
  r real default 1.5,
  d float8 default 2.25e10,
  f float(20),
  n numeric,
  n1 numeric(5),
  n2 decimal(7, 3) default 1.5
);
-- migration 02_strings
create table strings (
  id int primary key,
  c char,
  c3 char(3) default 'abc',
  v varchar,
  v9 varchar(9) default 'it''s',
  t text default E'tab\there',
  n name
);
-- migration 03_times
create table times (
  id int primary key,
  d date default current_date,
  t time,
  t3 time(3) with time zone,
  ts timestamp default now(),
  ts0 timestamp(0),
  tz timestamptz default current_timestamp,
  tz6 timestamp(6) with time zone default '2020-01-01 00:00:00+00',
  i interval default '1 day'
);
-- migration 04_others
create table others (
  id uuid primary key default gen_random_uuid(),
  b boolean default true,
  raw bytea default '\x00ff',
  j json default '{"a": 1}',
  jb jsonb default '[]'::jsonb,
  a int[] default '{1,2}',
  aa text[][] default array['x', 'y'],
  bi bit(4) default b'1010',
  bv bit varying(8),
  net inet,
  x xml
);
-- migration 05_widen
alter table numbers alter s type int, alter i type bigint, alter r type double precision;
-- migration 06_narrow
alter table numbers alter b type int, alter d type real;
-- migration 07_precision
alter table numbers alter n2 type numeric(9, 4), alter n1 type numeric;
-- migration 08_to_text
alter table numbers alter column f type text;
-- migration 09_from_text
alter table numbers alter column f type int using f::int;
-- migration 10_varchar
alter table strings alter v type varchar(100), alter v9 type text, alter c3 type varchar(3);
-- migration 11_time_zone
alter table times alter ts type timestamptz using ts at time zone 'UTC';
-- migration 12_defaults_changed
alter table others alter b set default false, alter j drop default, alter a set default array[3, 4];
-- migration 13_default_expression
alter table strings alter t set default upper('x') || 'y';
-- migration 14_default_null
alter table strings alter t set default null;
-- migration 15_not_null
alter table others alter b set not null, alter raw set not null;
-- migration 16_nullable
alter table others alter raw drop not null;
-- migration 17_boolean_from_int
alter table numbers add flag int default 0;
-- migration 18_boolean
alter table numbers alter flag drop default, alter flag type boolean using flag <> 0, alter flag set default false;
-- migration 19_check_in
alter table strings add constraint strings_c check (c in ('a', 'b', 'c'));
alter table strings add constraint strings_v check (v9 not in ('x', 'y') and length(v) between 1 and 50);
-- migration 20_check_like
alter table strings add check (v like 'a%' or v ~ '^b' or v is null);
-- migration 21_json_to_jsonb
alter table others alter j type jsonb using j::jsonb;
-- migration 22_collation
alter table strings add ci text collate "C" default 'x';
create index strings_ci on strings (ci collate "C" desc);
-- migration 23_identity_added
alter table strings alter id add generated always as identity;
-- migration 24_identity_dropped
alter table strings alter id drop identity;
-- migration 25_measures
create domain percent as numeric(5,2) check (value between 0 and 100);
create function choice(yes boolean, one anyelement, other anyelement) returns anyelement
  language sql immutable as 'select case when yes then one else other end';
create table measures (
  id integer primary key, small smallint, big bigint, exact numeric(8,2), loose real, wide double precision,
  label varchar(20), code char(3), made timestamptz, day date, lasts interval, doc jsonb, tags text[], share percent);
-- migration 26_tables_of_queries
create table of_arithmetic as
  select small + id as a, id + big as b, big * exact as c, id + loose as d, exact + wide as e, exact + exact as f,
    id / 2 as g, id ^ 2 as h, exact ^ 2 as i, small << 2 as j, -exact as k, 4000000000 as l, 99999999999999999999 as m,
    round(id) as r1, power(id, 2) as r2, mod(small, 2) as r3, made - made as n, made + lasts as o, day + 1 as p, day - day as q, day + lasts as r, lasts * 2 as s,
    label || code as t, tags || 'x'::text as u, doc || '{}' as v, doc - 'k' as w, doc -> 'k' as x, doc ->> 'k' as y
  from measures;
create table of_choices as
  select coalesce(id, big) as a, coalesce(id, 0.5) as b, case when id > 1 then small else big end as c,
    case when id > 1 then 'x' else label end as d, nullif(exact, 0) as e, greatest(id, exact) as f,
    coalesce(label, label) as g, choice(id > 1, big, null) as h, choice(id > 2, day, 'today') as i,
    array[id, big] as j, array(select label from measures) as k, (select max(exact) from measures) as l,
    (select share from measures limit 1) as m, 'x' as n, null as o, exists (select 1) as p, share, label, exact
  from measures;
-- migration 27_tables_of_queries
create view sums as
  select label, count(*) as a, sum(small) as b, sum(big) as c, sum(exact) as d, sum(loose) as e, avg(id) as f,
    avg(wide) as g, max(label) as h, min(exact) as i, array_agg(label) as j, string_agg(label, ',') as k,
    bool_or(id > 1) as l, jsonb_agg(doc) as m, stddev(id) as n, max(choice(id > 1, exact, null)) as o,
    round(avg(exact), 1) as p, 'all' as t
  from measures group by label, id, small;
create materialized view ranks as
  select s.*, row_number() over (order by a) as place, lag(d, 1) over (order by a) as before, rank() over (order by a)
  from sums s left join (select 'x' as kind, label as other from measures) o on o.other = s.label;
-- migration 28_tables_of_queries
create table of_views as select r.*, to_char(m.made, 'YYYY') as year, date_trunc('day', m.made) as day,
    extract(year from m.made) as y, age(m.made) as age, string_to_array(m.label, ',') as parts
  from ranks r join measures m on m.label = r.label;
create table of_arms as
  select id as a, 'x' as b, null as c, exact as d from measures
  union all select big, label, 'y', 1 from measures
  union all select 1, 'z', null, wide from measures;
-- migration 29_literals_among_arguments
create table docs (id int primary key, doc jsonb, body text, lat numeric, lon real);
create index docs_all on docs using gin (jsonb_to_tsvector('english', doc, '["all"]'));
create view changed as
  select jsonb_set(doc, '{a, b}', '{"x":1}') as a, jsonb_insert(doc, '{k}', '[1]', true) as b,
    cos(radians(lat)) * sin(lon) as d, round(avg(id), 1) as e, make_date(2024, 1, id) as f, justify_days('40 days') as g,
    string_to_array(body, ',') as h, encode('\x01', 'hex') as i, websearch_to_tsquery('simple', body) as j,
    to_timestamp(id) as k, jsonb_typeof('{"a":2}') as l
  from docs group by id;
-- migration 30_operands_of_two_types
create table amounts (a int, b bigint, c numeric, d double precision, s smallint);
create function full_amount(amounts) returns numeric language sql as 'select $1.c + $1.a';
create view ratios as
  select a::numeric / b::numeric as x1, a::numeric / b as x2, a / b::numeric as x3, a / b as x4, c / a as x5, a / c as x6,
    a::double precision / b as x7, (a + b)::numeric * 100 / (b - a)::numeric as x8, a::bigint % b as x9, s % a as x10,
    d * a as x11, a::numeric > b::numeric as x12, a > b::double precision as x13, m.full_amount as x14,
    case when a > 1 then 0 else round(a::numeric / b::numeric * 100, 2) end as x15
  from amounts m;
-- migration 31_operands_of_two_types
create table of_ratios as select * from ratios;
-- migration 32_defaults_under_other_types
CREATE TYPE grade AS ENUM ('low', 'high');
CREATE TABLE defaults (
  moment timestamp NOT NULL DEFAULT '1970-01-01',
  day date DEFAULT '2001-02-03',
  fine timestamp(3) DEFAULT '2001-02-03 04:05:06.789',
  grade grade DEFAULT 'low',
  code char(5) DEFAULT 'ab',
  word varchar(10) DEFAULT 'ab',
  words varchar(10)[] DEFAULT '{ab}',
  document json DEFAULT '{"a":1}',
  number integer DEFAULT '7',
  key uuid DEFAULT '00000000-0000-0000-0000-000000000001',
  span interval DEFAULT '1 day'
);
-- migration 33_types_change_and_defaults_stay
ALTER TABLE defaults ALTER moment TYPE timestamptz, ALTER day TYPE timestamp, ALTER fine TYPE timestamptz(3);
ALTER TABLE defaults ALTER grade TYPE text, ALTER code TYPE varchar(8), ALTER word TYPE varchar(20), ALTER words TYPE text[];
ALTER TABLE defaults ALTER document TYPE jsonb, ALTER number TYPE numeric(8, 2), ALTER key TYPE text, ALTER span TYPE interval hour to minute;
-- migration 34_defaults_of_a_type_that_is_to_go
CREATE TYPE coin AS ENUM ('cent', 'penny');
CREATE TABLE purses (
  id integer,
  small coin DEFAULT 'cent',
  large coin NOT NULL DEFAULT 'penny',
  all_coins coin[] DEFAULT '{cent}',
  letters integer DEFAULT length('cent'::coin::text),
  CONSTRAINT enough CHECK (length('cent'::coin::text) > id)
);
ALTER TABLE purses ALTER small TYPE text, ALTER all_coins TYPE text[];
CREATE INDEX penniless ON purses (id) WHERE large <> 'penny';
-- migration 35_the_type_goes_with_all_that_casts_to_it
DROP TYPE coin CASCADE;
-- migration 40_collations_of_index_parts
create table places (id int primary key, name text, code text collate "C");
create index by_name on places ((name collate "C"));
create index by_code on places ((code collate "C"), id);
create index by_lower_name on places (lower(name) collate "C", (name collate "POSIX") desc);
create index by_both on places ((name collate "POSIX") collate "C");
-- migration 41_collations_of_partition_keys
create index by_default on places ((name collate "default"), (code collate "default"));
create table halves (name text) partition by range ((name collate "C"));
create table lower_half partition of halves for values from (minvalue) to ('m');
-- migration 42_labels_in_queries_and_policies
create type stage as enum ('new', 'open', 'done');
create table steps (id int primary key, stage stage, note text);
create view fresh_steps as select s.id from steps s where s.stage = 'new' and s.note <> 'new';
create view known_steps as select id from steps where exists (select 1 from steps o where o.id = steps.id and o.stage in ('new', 'done'));
create materialized view steps_kept as select id from steps where stage = 'new';
create policy open_ones on steps using (stage <> 'new' and note <> 'new');
-- migration 43_a_label_is_spelled_otherwise
alter type stage rename value 'new' to 'fresh';
-- migration 44_a_type_called_like_a_function
CREATE TYPE phase AS ENUM ('new', 'done');
CREATE FUNCTION entry(at timestamp, p phase, who varchar) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_build_object('at', at, 'p', p, 'who', who) $$;
CREATE TABLE phases (id int, p phase DEFAULT phase('new'), log jsonb[] NOT NULL DEFAULT ARRAY[entry(now()::timestamp, phase('new'), NULL)], CHECK (p <> phase('done') OR id > 0));
-- migration 45_columns_that_come_with_checks_on_each_other
ALTER TABLE phases ADD COLUMN since timestamp CHECK (till IS NULL OR since < till), ADD COLUMN till timestamp CHECK (since IS NULL OR since < till), ADD COLUMN n int UNIQUE;
ALTER TABLE phases ADD COLUMN IF NOT EXISTS n int CHECK (n > 0), ADD COLUMN m int CONSTRAINT m_is_more CHECK (m > n);
-- migration 46_more_digits_than_there_are
CREATE TABLE ticks (at timestamp(8), on_time time(9) with time zone, till timestamptz(7), long interval(8), several timestamp(8)[], half timestamp(3));
