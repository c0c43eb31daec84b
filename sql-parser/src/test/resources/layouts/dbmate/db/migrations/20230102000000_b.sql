-- migrate:down
drop table undone;
-- migrate:up
create table b ();