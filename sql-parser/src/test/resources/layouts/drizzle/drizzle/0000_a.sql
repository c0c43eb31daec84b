create table a ();--> statement-breakpoint
alter table a add c int;
