insert into undone values (1);
