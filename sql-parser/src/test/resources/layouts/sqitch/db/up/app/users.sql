create table users_again ();
