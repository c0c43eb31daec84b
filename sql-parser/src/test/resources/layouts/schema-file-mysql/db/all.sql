use shop
source a.sql;
\. b.sql
select 1\G
create table c (id int);
