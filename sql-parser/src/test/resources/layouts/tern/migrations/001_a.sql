create table a ();

---- create above / drop below ----

drop table undone;
