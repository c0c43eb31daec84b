--liquibase formatted sql
--changeset me:4 endDelimiter:/
create table c ()
/
create table d ()
/
--changeset me:5
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT count(*) FROM pg_tables WHERE tablename = 'c'
alter table c add x int;
--changeset me:6 ignore:true
create table undone ();
