-- // second
create table b (id int);
-- //@UNDO
drop table undone;
