-- Down migration: it is undone
drop table undone;
