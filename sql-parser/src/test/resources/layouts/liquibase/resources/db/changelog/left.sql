create table undone ();
