-- !Ups
create table b ();
-- !Downs
drop table undone;
