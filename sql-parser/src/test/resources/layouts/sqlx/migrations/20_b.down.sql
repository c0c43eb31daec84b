drop table undone;
