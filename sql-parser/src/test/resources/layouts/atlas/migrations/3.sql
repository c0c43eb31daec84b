-- atlas:txtar

-- checks.sql --
select not exists (select undone);

-- migration.sql --
alter table a add c int;

-- down.sql --
alter table undone drop c;
