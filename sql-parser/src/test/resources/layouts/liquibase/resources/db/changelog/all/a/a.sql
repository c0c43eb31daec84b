--liquibase formatted sql
--changeset me:7 context:test
create table e ();
