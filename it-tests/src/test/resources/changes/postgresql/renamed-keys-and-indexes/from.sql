CREATE TABLE users (id integer CONSTRAINT users_key PRIMARY KEY, mail text CONSTRAINT mail_key UNIQUE, age integer CONSTRAINT age_check CHECK (age > 0));
CREATE INDEX users_mail ON users (lower(mail));
CREATE TABLE posts (id integer PRIMARY KEY, author integer CONSTRAINT author_key REFERENCES users);
COMMENT ON CONSTRAINT author_key ON posts IS 'who wrote it';
