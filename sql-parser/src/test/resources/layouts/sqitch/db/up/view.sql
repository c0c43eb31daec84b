BEGIN;
create view v as select 1;
COMMIT;
