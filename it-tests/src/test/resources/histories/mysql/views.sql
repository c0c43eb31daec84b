-- Views: what servers print for their queries.
-- migration 01_tables
create table author (id int primary key, name varchar(40) not null, born date, rating int);
create table book (id int primary key, author int, title varchar(80), price decimal(8,2), sold datetime);
create table tag (id int, label varchar(20));
-- migration 02_plain
create view titles as select id, title from book;
-- migration 03_upon_view
create sql security invoker view short_titles as select * from titles where char_length(title) < 10;
-- migration 04_replaced
create or replace view titles as select b.id, b.title, a.name as author from book b join author a on a.id = b.author;
-- migration 05_with_check
create view cheap (number, amount) as select id, price from book where price < 10 with cascaded check option;
-- migration 06_altered
alter algorithm = merge view cheap as select id, price from book where price < 20 with local check option;
-- migration 07_groups
create view sales as select author, count(*) as sold, sum(price) total, max(price)+1, count(distinct title) kinds from book b where title like 'x%' and author in (1, 2) group by b.author having sold > 1 order by sold desc, 1;
-- migration 08_commas
create view pairs as select a.id, name, t.label from author a, book, tag t where a.id = book.author and t.id = book.id limit 5 offset 2;
-- migration 09_subqueries
create view lonely as select id, name from author a where not exists (select * from book x where x.author = a.id) and a.rating not in (select price from book) and id = any (select author from book) and name <> all (select title from book);
-- migration 10_scalar
create view best as select a.id, (select max(price) from book where book.author = a.id) as top_price, a.id in (select author from book) as writes from author a;
-- migration 11_union
create view everything as select id, name from author union all select id, title from book order by name;
create view some_names (label) as select name from author union select title from book limit 10;
-- migration 12_values
create view shown as select distinct case when rating > 1 then 'big' else 'small' end as size, if(rating is null, 0, rating) k, ifnull(name, '') nn, concat(name, '-', rating) c, 'it''s' lit, rating / 2, rating div 2 dd, rating % 2 mm, -rating neg, !rating nn2, born + interval 1 day nxt, left(name, 3) l3, coalesce(rating, 0) from author;
-- migration 13_dates
create view moments as select now() t, current_date d, date_format(sold, '%Y-%m') ym, year(sold) y, extract(month from sold) m, date_add(sold, interval 2 hour) later, timestampdiff(day, sold, now()) days from book;
-- migration 14_derived
create view groups_of as select t.k, t.c, g from (select rating k, count(distinct name) c, group_concat(name order by id desc separator ';') g from author group by rating) t join book b on b.id = t.k where 1 = 0 or t.k between 1 and 5;
-- migration 15_joins
create view joined as select x.id, y.title from author x right join book y using (id) inner join tag z on z.id = y.id left outer join book w on w.id = z.id and w.price > 1;
create view natural_one as select label, title from book natural join tag;
-- migration 16_conditions
create view picky as select id from author where name != 'a' and name regexp '^a' and not (rating = 1 or id > 2) and born is not null and rating and (id, rating) in (select id, author from book) and not name like '%z';
-- migration 17_stars
create view wide as select a.*, b.title t from author a cross join book b;
-- migration 18_casts
create view cast_away as select cast(rating as char) a, cast(name as signed) b, convert(rating, decimal(5,1)) c, trim(both 'x' from name) d, substring(name, 2, 3) e, (rating + 1) * 2 f, true g, null h, 1.50 i from author;
-- migration 19_view_of_function
create function twice(n int) returns int deterministic no sql return n * 2;
create view doubled as select id, twice(id) as twice_id from author;
-- migration 20_common_tables
create view recent as with c as (select id, rating from author), d2 (q) as (select 1) select c.id, d2.q, row_number() over (partition by c.rating order by c.id desc) rn, sum(c.rating) over () s from c join d2;
-- migration 21_order
create view ordered as select name as title, id from author order by title, 2 desc, rating + 1;
-- migration 22_changed
create or replace view ordered as select name as title, id, rating from author order by rating;
-- migration 23_dropped
drop view recent, ordered, picky;
drop view if exists no_such_view, wide;
-- migration 24_neighbours
create view neighbours as select lead(sold) over (order by id asc) nxt, lag(sold, 1) over (order by id desc) prev, lag(price, 2) over (partition by author order by id) older from book;
