create trigger t before insert on a for each row begin set @a = 1; set @b = 2; end
//
create table z (id int)
//
