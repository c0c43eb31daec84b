-- atlas:checkpoint

create table a ();
