\set suffix 2
\i tables/a.sql
create table :"owner" ();
\ir tables/b.sql
\i absent.sql
\i ../outside.sql
\i all.sql
