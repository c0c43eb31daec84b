CREATE TABLE users (id integer PRIMARY KEY, code text NOT NULL);
CREATE TABLE posts (id integer PRIMARY KEY, author integer NOT NULL, CONSTRAINT posts_author FOREIGN KEY (author) REFERENCES users (id));
COMMENT ON CONSTRAINT posts_author ON posts IS 'who wrote it';
