create type mood as enum ('happy', 'sad');
create table people (id integer primary key, name varchar(80) not null, email text, born date, boss_id integer, mood mood, score numeric(10,2), small smallint, big bigint, tags text[], data jsonb, seen timestamptz, local timestamp, active boolean);
create table orders (id bigint primary key, person_id integer not null, total numeric(12,2), status varchar(20), placed timestamptz, note text);
create view adults as select id, name, born from people where born < date '2000-01-01';
create function full_name(who integer, style text default 'long') returns text language sql as 'select name::text from people where id = who';
create function pick(c boolean, a anyelement, b anyelement) returns anyelement language sql as 'select case when c then a else b end';
create function recent(n integer) returns table (order_id bigint, amount numeric) language sql as 'select id, total from orders limit n';
create function all_people() returns setof people language sql as 'select * from people';
