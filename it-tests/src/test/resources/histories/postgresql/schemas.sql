-- Several schemas, sequences on their own, enums next to them.
-- migration 01_schemas
create schema sales;
create schema if not exists stock;
-- migration 02_types
create type sales.state as enum ('new', 'paid', 'sent');
create type stock.unit as enum ('piece', 'kg');
-- migration 03_sequence
create sequence sales.order_no start with 100 increment by 10 minvalue 100 cache 5;
-- migration 04_orders
create table sales.orders (
  no bigint primary key default nextval('sales.order_no'),
  state sales.state not null default 'new',
  history sales.state[] not null default '{}',
  noted text
);
-- migration 05_owned
alter sequence sales.order_no owned by sales.orders.no;
-- migration 06_stock
create table stock.goods (
  id int primary key,
  name text not null,
  unit stock.unit not null default 'piece',
  amount numeric(12, 3) not null default 0
);
-- migration 07_lines
create table sales.lines (
  order_no bigint not null references sales.orders on delete cascade,
  pos smallint not null,
  good int not null references stock.goods (id),
  amount numeric(12, 3) not null check (amount > 0),
  primary key (order_no, pos)
);
-- migration 08_value_first
alter type sales.state add value 'draft' before 'new';
-- migration 09_value_after
alter type sales.state add value if not exists 'cancelled' after 'paid';
-- migration 10_value_renamed
alter type sales.state rename value 'sent' to 'shipped';
-- migration 11_type_renamed
alter type stock.unit rename to measure;
-- migration 12_standalone
create sequence counter;
alter sequence counter increment by 2 maxvalue 1000000 cycle;
-- migration 13_archive
create schema archive;
create table archive.orders (no bigint, state sales.state, closed date);
-- migration 14_set_schema
alter table archive.orders rename to old_orders;
alter table archive.old_orders set schema sales;
-- migration 15_schema_dropped
drop schema archive;
-- migration 16_schema_renamed
alter schema stock rename to store;
-- migration 17_sequence_renamed
alter sequence counter rename to ticket_counter;
-- migration 18_sequence_used
create table tickets (id int primary key default nextval('ticket_counter'), text varchar);
-- migration 19_index_in_schema
create index orders_state on sales.orders (state) include (noted);
create unique index on store.goods (name, unit);
-- migration 20_drop_index
drop index sales.orders_state;
-- migration 21_old_orders_gone
drop table sales.old_orders;
-- migration 22_defaults
alter table sales.orders alter column state drop default, alter column noted set default 'it''s new';
-- migration 23_sequence_dropped
drop table tickets;
drop sequence ticket_counter;
-- migration 24_path
set search_path = sales, public;
create table notes (id int primary key, order_no bigint references orders);
