-- +goose NO TRANSACTION
-- +goose Up
create index i on a (id);
-- +goose Down
drop index undone;
