create table second ();
