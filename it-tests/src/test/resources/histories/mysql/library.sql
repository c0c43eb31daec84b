-- Written by hand, with names left to the server.
-- migration 01_authors
create table authors (
  id int auto_increment primary key,
  name varchar(80) not null unique,
  born date,
  check (born > '1000-01-01')
);
-- migration 02_books
create table books (
  id serial,
  isbn char(13) unique,
  title varchar(200) not null,
  author_id int not null,
  pages int,
  price decimal(10, 2) default 9.99,
  primary key (id),
  foreign key (author_id) references authors (id),
  check (pages > 0)
);
-- migration 03_index
create index by_title on books (title);
alter table books add index (author_id, title(20));
-- migration 04_second_check
alter table books add check (price >= 0), add constraint dear check (price < 10000);
-- migration 05_editor
alter table books add column editor_id int after author_id, add foreign key (editor_id) references authors (id) on delete set null;
-- migration 06_copies
create table copies (
  book_id bigint unsigned not null,
  number int not null,
  shelf varchar(30) default 'new arrivals',
  primary key (book_id, number),
  constraint copies_book foreign key (book_id) references books (id) on delete cascade
);
-- migration 07_loans
create table loans (
  id int not null auto_increment,
  book_id bigint unsigned not null,
  number int not null,
  since timestamp not null default current_timestamp,
  back timestamp null,
  touched datetime default now() on update now(),
  primary key (id),
  constraint loans_copy foreign key (book_id, number) references copies (book_id, number),
  constraint loans_order check (back is null or back >= since)
);
-- migration 08_key
alter table loans add unique key open_loan (book_id, number, since);
-- migration 09_rename_table
rename table copies to items;
-- migration 10_rename_column
alter table items change shelf place varchar(30) default 'new arrivals';
-- migration 11_first
alter table items add column code varchar(10) first, add column note text after number;
-- migration 12_moved
alter table items modify column place varchar(40) not null default 'shelf' after code;
-- migration 13_pages_required
alter table books modify pages int not null default 1;
-- migration 14_drop_check
alter table books drop constraint dear;
-- migration 15_generated
alter table books add column title_length int generated always as (length(title)) stored, add column half int as (pages / 2) virtual;
-- migration 16_text_isbn
alter table books drop index isbn, modify isbn varchar(20);
-- migration 17_index_renamed
alter table books rename index by_title to books_by_title;
-- migration 18_members
create table members (
  id int unsigned not null auto_increment,
  email varchar(100) not null comment 'it''s private',
  primary key (id),
  unique key email (email)
) comment 'people with a card';
-- migration 19_loan_member
alter table loans add member_id int unsigned, add constraint loans_member foreign key (member_id) references members (id) on update cascade;
-- migration 20_fk_dropped
alter table loans drop foreign key loans_member, drop key loans_member;
-- migration 21_members_gone
alter table loans drop column member_id;
drop table members;
-- migration 22_table_comment
alter table books comment = 'everything with an ISBN';
-- migration 23_fulltext
alter table books add fulltext index words (title);
-- migration 24_primary_key
alter table loans drop primary key, modify id int not null, add primary key (id, number);
-- migration 25_tables_made_of_queries
create table shelf (id int unsigned not null auto_increment primary key, label varchar(20) not null default 'x' comment 'said', weight decimal(10,2), seen timestamp not null default current_timestamp on update current_timestamp, kind enum('p','q') not null, twice decimal(11,2) generated always as (weight * 2) virtual, other varchar(9) character set latin1 not null);
create table copied as select * from shelf;
create table paired select s.id, b.label as second from shelf s left join shelf as b on b.id = s.id where s.weight > 3 group by s.id, b.label;
create table mixed (extra int auto_increment primary key, label varchar(50) null, unique (id)) ignore as (select label, id as ID from shelf limit 3);
create temporary table counted as select count(*) as n, max(label) as most from shelf;
alter table counted add key (n);
create temporary table chosen replace select id, label from shelf;
create table kept (primary key (id)) as select * from chosen;
drop temporary table counted;
-- migration 26_they_go
drop table kept, mixed, paired, copied, shelf;
