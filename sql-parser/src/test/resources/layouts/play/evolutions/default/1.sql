# --- First schema

# --- !Ups
create function f() returns int language plpgsql as $$
begin
  return 1;;
end;; $$;
create table a ();

# --- !Downs
drop table undone;
