--// first
-- @DELIMITER |
create procedure p() begin select 1; select 2; end|
-- @DELIMITER ;
create table ${prefix}a (id int);

-- //@UNDO
drop table undone;
