-- Triggers, routines and events.
-- migration 01_tables
create table author (id int primary key, name varchar(40) not null, books int not null default 0);
create table book (id int primary key, author int, title varchar(80), price decimal(8,2), foreign key (author) references author (id));
create table trail (id int auto_increment primary key, what varchar(100), at timestamp default current_timestamp);
-- migration 02_trigger
create trigger book_made after insert on book for each row update author set books = books + 1 where id = new.author;
-- migration 03_trigger_block
delimiter //
create trigger book_gone after delete on book for each row
begin
  -- counts down
  update author set books = books - 1 where id = old.author;
  insert into trail (what) values (concat('gone: ', old.title, ';'));
end//
delimiter ;
-- migration 04_triggers_in_order
create trigger book_second after insert on book for each row insert into trail (what) values ('second');
create trigger book_zeroth after insert on book for each row precedes book_made insert into trail (what) values ('zeroth');
create trigger book_middle after insert on book for each row follows book_made set @middle = 1;
-- migration 05_trigger_dropped
drop trigger book_made;
-- migration 06_trigger_changed
drop trigger book_zeroth;
create trigger book_zeroth after insert on book for each row insert into trail (what) values ('last now');
-- migration 07_procedure
create procedure add_author(in p_id int, p_name varchar(40), out p_count int) comment 'adds it''s author' insert into author (id, name) values (p_id, p_name);
-- migration 08_procedure_block
delimiter $$
create procedure sweep(inout kept bigint unsigned, in kinds enum('a','b') charset latin1)
  modifies sql data
  sql security invoker
begin
  declare done int default 0;
  declare continue handler for not found set done = 1;
  while done < 3 do
    set done = done + 1;
    if done = 2 then set kept = kept + 1; end if;
  end while;
end$$
delimiter ;
-- migration 09_functions
create function twice(n int) returns int deterministic no sql return n * 2;
create function greeting(name varchar(20)) returns varchar(40) charset utf8mb4 reads sql data return concat('Hello, ', name);
-- migration 10_same_name
create procedure twice() select 2;
-- migration 11_altered
alter procedure sweep comment 'sweeps' sql security definer;
alter function greeting contains sql;
-- migration 12_function_changed
drop function if exists twice;
create function twice(n bigint) returns bigint deterministic no sql return n + n;
-- migration 13_event
create event yearly on schedule every 1 year starts '2031-01-01 00:00:00' disable comment 'once a year' do delete from trail;
create event once on schedule at '2037-12-31 23:59:59' on completion preserve do delete from trail where id < 10;
-- migration 14_event_altered
alter event yearly on schedule every '1:30' hour_minute starts '2031-02-01 00:00:00' ends '2036-02-01 00:00:00' enable;
alter event once rename to only_once;
-- migration 15_event_body
delimiter //
alter event only_once do begin delete from trail; delete from book; end//
delimiter ;
-- migration 16_table_renamed
rename table trail to traces;
-- migration 17_table_dropped
drop table book;
-- migration 18_procedure_again
delimiter //
create procedure sweep_all() begin call sweep(@kept, 'a'); call twice(); end//
delimiter ;
drop procedure sweep_all;
-- migration 19_replaced
drop procedure add_author;
create procedure add_author(p_id int) insert into author (id, name) values (p_id, 'nobody');
-- migration 20_text_with_quotes
create function quoted() returns varchar(20) charset utf8mb4 deterministic return 'it''s \'so\' "x"';
-- migration 21_if_not_exists
create event if not exists only_once on schedule every 2 day do delete from author;
-- migration 22_dropped
drop procedure if exists twice;
drop function greeting;
drop event yearly;
drop procedure if exists no_such_procedure;
-- migration 23_trigger_of_a_table_that_goes
create table old_place (a int);
create table new_place (a int);
create trigger moving before insert on old_place for each row set new.a = 1;
-- migration 24_trigger_elsewhere
drop table old_place;
create trigger moving before insert on new_place for each row set new.a = 2;
