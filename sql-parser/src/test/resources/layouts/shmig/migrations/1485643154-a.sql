-- Migration: a
-- ==== UP ====

create table a ();
-- ==== DOWN ====
drop table undone;
