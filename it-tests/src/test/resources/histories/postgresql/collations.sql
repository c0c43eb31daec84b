-- Collations of columns, and of the parts of indexes.
-- migration 01_tables
create table places (id int primary key, name text, code text collate "C");
create index by_name on places ((name collate "C"));
create index by_code on places ((code collate "C"), id);
create index by_lower_name on places (lower(name) collate "C", (name collate "POSIX") desc);
create index by_both on places ((name collate "POSIX") collate "C");
-- migration 02_default
create index by_default on places ((name collate "default"), (code collate "default"));
create table halves (name text) partition by range ((name collate "C"));
create table lower_half partition of halves for values from (minvalue) to ('m');
