create table a:suffix ();
\ir more/c.sql
