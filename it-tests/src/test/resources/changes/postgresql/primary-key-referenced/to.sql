CREATE TABLE users (id bigint, code text NOT NULL UNIQUE, CONSTRAINT users_pkey PRIMARY KEY (id));
CREATE TABLE posts (id integer PRIMARY KEY, author bigint REFERENCES users, code text REFERENCES users (code));
