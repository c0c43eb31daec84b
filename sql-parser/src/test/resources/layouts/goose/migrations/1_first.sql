-- the first one
-- +goose Up
-- +goose StatementBegin
create table a (
  id int
);
-- +goose StatementEnd
  create table b (id int);

-- +goose Down
-- +goose StatementBegin
drop table undone;
-- +goose StatementEnd
