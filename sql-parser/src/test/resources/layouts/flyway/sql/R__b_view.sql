create view v2 as select 1;
