-- atlas:delimiter \n//

create table a (c int)
//
create trigger t before insert on a for each row set new.c = 1
//
