--liquibase formatted sql
--changeset me:2
create table b ();
