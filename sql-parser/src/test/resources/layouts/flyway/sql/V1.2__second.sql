comment on table a is 'of ${flyway:filename}';
create table ${owner}_b ();  create table ${unknown};
