create table raw ();
