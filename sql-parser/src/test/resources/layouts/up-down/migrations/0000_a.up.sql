-- Up Migration of a kind
create table a ();
