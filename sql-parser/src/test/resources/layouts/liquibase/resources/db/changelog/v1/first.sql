-- liquibase formatted sql

create table undone ();

--changeset me:1 failOnError:true
--comment the first
create table ${owner}_a (id int);
--rollback drop table undone;
--rollback drop table undone;

--changeset "me and you":"the 2nd" dbms:mysql
create table undone (id int);
--changeset me:3 dbms:!mysql,!oracle splitStatements:false
create function f() returns int language plpgsql as $$ begin return 1; end $$;
/* liquibase rollback
 drop function undone;
*/
--ignoreLines:2
create table undone ();
create table undone ();
--ignoreLines:start
create table undone ();
--ignoreLines:end
create table b ();
