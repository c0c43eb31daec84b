-- +migrate Up notransaction
create table b ();
-- +migrate Down
drop table undone;
-- +migrate Up
create table c ();
