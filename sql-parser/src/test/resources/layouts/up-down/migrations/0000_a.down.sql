-- Down migration: undone
drop table a;
