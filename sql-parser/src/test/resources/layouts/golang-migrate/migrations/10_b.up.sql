create table b ();
