-- +goose Up
-- +goose ENVSUB ON
create table ${NAME:-third} (owner text default '${REGION}');
-- +goose ENVSUB OFF
create table c (t text default '${kept}');
