-- Written by hand: what is no table, as its author would write it.
-- migration 01_types
create type mood as enum ('happy', 'sad');
create type place as (street text, number integer);
create type span as range (subtype = numeric);
create domain email as varchar(120) not null check (value like '%@%');
-- migration 02_types
create domain amount as numeric(10, 2) default 0 constraint not_negative check (value >= 0);
comment on type place is 'Where it is';
comment on domain email is 'An address';
-- migration 03_tables
create table people (
  id integer generated always as identity primary key,
  name varchar(80) not null,
  mail email,
  born date,
  boss_id integer references people,
  mood mood default 'happy',
  home place,
  updated timestamptz
);
create table orders (
  id bigserial primary key,
  person_id integer not null references people,
  total amount,
  status text not null default 'new',
  placed timestamptz not null default now()
);
comment on constraint people_pkey on people is 'The key';
-- migration 04_functions
create function touch() returns trigger language plpgsql as $$
begin
  new.updated := now();
  return new;
end
$$;
create function full_name(who integer, style text default 'long') returns text
  language sql stable strict parallel safe cost 10 as 'select name::text from people where id = who';
-- migration 05_functions
create function full_name(who text) returns text language sql immutable as $f$ select who $f$;
create function adults(since date) returns table (id integer, name varchar)
  language sql rows 10 security definer set search_path = public, pg_temp
  as 'select id, name from people where born < since';
-- migration 06_functions
create procedure forget(inout who integer) language plpgsql as 'begin null; end';
comment on function full_name(integer, text) is 'A name';
-- migration 07_triggers
create trigger touched before insert or update of name, born on people
  for each row when (new.name is not null) execute procedure touch();
create trigger counted after delete on orders execute function touch();
create constraint trigger late after insert on orders deferrable initially deferred
  for each row execute function touch();
comment on trigger touched on people is 'Keeps the moment';
-- migration 08_views
create view grown as select * from people where born < date '2000-01-01';
create view spent as
  select p.id, p.name, count(o.id) as orders, coalesce(sum(o.total), 0) as total
    from people p left join orders o on o.person_id = p.id and o.status in ('paid', 'sent')
   group by p.id, p.name;
create view top_spent with (security_barrier) as
  select name, total from spent where total > 100 order by total desc limit 10;
create materialized view by_status as select status, count(*) as n from orders group by status;
-- migration 09_views
create unique index by_status_key on by_status (status);
create index on by_status (n desc);
comment on view spent is 'What they spent';
comment on column spent.total is 'All of it';
-- migration 10_policies
alter table orders enable row level security;
create policy own on orders using (person_id = (select id from people where name = current_user));
create policy fresh on orders as restrictive for update to public
  using (status = 'new') with check (exists (select 1 from people p where p.id = orders.person_id));
comment on policy own on orders is 'Their own';
-- migration 11_rules
create rule no_delete as on delete to grown do instead nothing;
-- migration 12_renames
alter table people rename column born to birthday;
alter table orders rename to purchases;
alter view grown rename to elders;
alter function full_name(text) rename to plain_name;
-- migration 13_renames
alter trigger touched on people rename to moment;
alter policy own on purchases rename to mine;
alter type place rename attribute number to house;
alter domain amount rename to money_amount;
-- migration 14_renames
alter materialized view by_status rename column n to purchases;
-- migration 15_changes
create or replace view top_spent as select name, total from spent where total > 1000 order by total desc limit 5;
create or replace function full_name(who integer, style text default 'short') returns text
  language sql as 'select upper(name) from people where id = who';
-- migration 16_changes
alter function adults(date) volatile rows 5 reset search_path;
alter policy fresh on purchases using (status in ('new', 'open'));
-- migration 17_changes
alter domain money_amount drop constraint not_negative;
alter domain money_amount add constraint small check (value < 1000000);
-- migration 18_changes
alter type place add attribute city text, drop attribute house;
alter table people disable trigger moment;
-- migration 19_changes
drop view elders;
drop function plain_name(text);
-- migration 20_changes
create view elders (key, label) as select id, upper(name) from people where birthday is not null;
-- migration 21_other_schema
create schema office;
create view office.staff as select p.id, b.name as boss from people p join people b on b.id = p.boss_id;
alter function full_name(integer, text) set schema office;
set search_path = office, public;
create function greet(who integer) returns text language sql as 'select full_name(who)';
create view greeted as select greet(id) as words from people;
-- migration 22_cascade
drop table purchases cascade;
drop materialized view if exists by_status;
drop type span;
-- migration 23_settings_of_the_session
create function usual() returns integer language sql set search_path from current as 'select 1';
set search_path to Office, "$user", pg_catalog;
create function public.here() returns integer language sql set search_path from current as 'select 1';
-- migration 24_settings_of_the_session
set search_path to public, office;
alter function usual() set search_path from current;
-- migration 25_casts_that_nobody_writes
set search_path to public;
create function plain(text) returns text language sql immutable as 'select $1';
create function fits(text, bigint) returns boolean language sql immutable as 'select true';
create table rated (name varchar(20), extra jsonb, n int check (fits(name, n)), short text generated always as (plain(cast(extra ->> 'short' as varchar))) stored);
create index by_plain on rated (plain(name)) where fits(name, 3);
-- migration 26_told_apart_in_the_order_of_rows
CREATE TABLE readings (id int, place text, at int);
CREATE VIEW newest_readings AS SELECT DISTINCT ON (id, place, lower(place)) id, place, at AS seen FROM readings ORDER BY lower(place), place, id, seen;
-- migration 27_columns_of_domains
CREATE DOMAIN tag AS text CHECK (length(trim(value)) > 1);
CREATE DOMAIN moment AS timestamp with time zone;
CREATE TABLE tagged (a tag, b tag, since moment, till moment, n int, valid tstzrange DEFAULT tstzrange(current_timestamp, NULL), CHECK (a = 'global' OR a = b), CHECK (since <= till));
CREATE INDEX tagged_x ON tagged (a) WHERE a = 'x';
CREATE VIEW tag_sums AS SELECT a, b, sum(n) AS n FROM tagged WHERE b = 'x' GROUP BY (a, b);
-- migration 28_names_written_as_strings
CREATE AGGREGATE joined(jsonb) (SFUNC = 'jsonb_concat', STYPE = 'jsonb', INITCOND = '{}');
CREATE FUNCTION near(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT abs($1 - $2) < 2';
CREATE OPERATOR <~> (PROCEDURE = 'near', LEFTARG = 'int4', RIGHTARG = int4);
CREATE TEXT SEARCH DICTIONARY plain_words (TEMPLATE = 'simple', Accept = 'false');
-- migration 29_collations_that_say_nothing
CREATE TABLE shelves (label text, place text COLLATE "C", doc jsonb);
CREATE INDEX shelves_doc ON shelves ((doc ->> 'a') COLLATE "default", (lower(label)) COLLATE "default");
CREATE INDEX shelves_place ON shelves ((lower(place)) COLLATE "default", (lower(label COLLATE "C")) COLLATE "default");
-- migration 30_types_of_columns_in_signatures
CREATE PROCEDURE put(IN where_to shelves.label%TYPE, INOUT how public.tagged.n%TYPE) LANGUAGE plpgsql AS $$ BEGIN how := 1; END $$;
CREATE FUNCTION put_all(shelves.label%TYPE) RETURNS integer LANGUAGE sql AS 'SELECT 1';
COMMENT ON PROCEDURE put(IN where_to shelves.label%TYPE, INOUT how public.tagged.n%TYPE) IS 'Puts it there';
ALTER FUNCTION put_all(shelves.label%TYPE) RENAME TO put_many;
-- migration 31_types_of_columns_in_signatures
DROP FUNCTION put_many(shelves.label%TYPE);
-- migration 32_texts_to_search
CREATE TEXT SEARCH CONFIGURATION plain_words (COPY = simple);
CREATE TABLE pages (title text, body text);
CREATE INDEX pages_words ON pages USING gin (to_tsvector('plain_words', title), to_tsvector('public.plain_words'::regconfig, body), to_tsvector('simple', body));
CREATE VIEW found_pages AS SELECT title FROM pages WHERE to_tsvector('plain_words', body) @@ plainto_tsquery('plain_words', title);
