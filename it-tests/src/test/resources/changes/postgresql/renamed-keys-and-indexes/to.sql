CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, mail text CONSTRAINT users_mail_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));
CREATE INDEX users_lower_mail ON users (lower(mail));
CREATE TABLE posts (id integer PRIMARY KEY, author integer CONSTRAINT posts_author_fkey REFERENCES users);
COMMENT ON CONSTRAINT posts_author_fkey ON posts IS 'who wrote it';
