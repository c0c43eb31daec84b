-- Sequences: what an ALTER leaves as it was, and what it sets back.
-- migration 01_made
create sequence a;
create sequence b increment by -1;
create sequence c as smallint minvalue 10 maxvalue 100 cycle cache 5;
-- migration 02_turned
alter sequence a increment by -1;
-- migration 03_turned_back
alter sequence a increment by 2;
-- migration 04_no_cycle
alter sequence c no cycle;
-- migration 05_cycle
alter sequence c cycle;
-- migration 06_no_bounds
alter sequence c no minvalue no maxvalue no cycle;
-- migration 07_start
alter sequence a start with 7 maxvalue 50;
-- migration 08_no_maxvalue
alter sequence a no maxvalue;
-- migration 09_smaller_type
alter sequence a as integer;
-- migration 10_kept_bound
alter sequence a maxvalue 1000;
alter sequence a as bigint;
-- migration 11_down
alter sequence b minvalue -100 start with -5;
-- migration 12_down_no_bounds
alter sequence b no minvalue no maxvalue;
-- migration 13_down_type
alter sequence b as smallint;
-- migration 14_up_with_bounds
alter sequence b increment by 3;
-- migration 15_identity
create table t (id int generated always as identity (start with 10 cycle), v smallint);
-- migration 16_identity_no_cycle
alter table t alter column id set no cycle;
-- migration 17_identity_bounds
alter table t alter column id set minvalue 5 set maxvalue 500 set cycle;
-- migration 18_identity_no_bounds
alter table t alter column id set no minvalue set no maxvalue;
-- migration 19_identity_turned
alter table t alter column id set increment by -1;
-- migration 20_identity_type
alter table t alter column id set increment by 1;
alter table t alter column id type bigint;
-- migration 21_serial
alter sequence a owned by t.v;
alter sequence a restart with 20;
-- migration 22_written_defaults
create sequence d no minvalue no maxvalue no cycle;
alter sequence d cache 3 cycle;
