create table undone (id int);
