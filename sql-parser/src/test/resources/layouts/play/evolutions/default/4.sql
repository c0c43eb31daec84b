# --- !Ups
create table undone ();
