-- Up Migration
create table a ();
-- Down Migration
drop table undone;
