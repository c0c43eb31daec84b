-- no-transaction
create table a ();
