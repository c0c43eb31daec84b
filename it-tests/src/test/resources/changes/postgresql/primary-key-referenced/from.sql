CREATE TABLE users (id integer PRIMARY KEY, code text NOT NULL UNIQUE);
CREATE TABLE posts (id integer PRIMARY KEY, author integer REFERENCES users, code text REFERENCES users (code));
