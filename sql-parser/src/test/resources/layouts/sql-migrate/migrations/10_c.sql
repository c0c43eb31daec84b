
-- +migrate Up
-- +migrate StatementBegin
create function f() returns int language sql as $$ select 1; $$;
-- +migrate StatementEnd
-- +migrate Down
drop function undone;
