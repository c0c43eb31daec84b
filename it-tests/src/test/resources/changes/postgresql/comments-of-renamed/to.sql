CREATE TABLE users (id integer, mail text CONSTRAINT users_mail_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));
CREATE INDEX users_lower_mail ON users (lower(mail));
CREATE MATERIALIZED VIEW ages AS SELECT age FROM users;
CREATE INDEX ages_by_age ON ages (age);
COMMENT ON CONSTRAINT users_mail_key ON users IS 'one for each';
