insert into c values ('${owner}');
