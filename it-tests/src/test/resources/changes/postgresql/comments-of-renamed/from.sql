CREATE TABLE users (id integer, mail text CONSTRAINT mail_key UNIQUE, age integer CONSTRAINT age_check CHECK (age > 0));
CREATE INDEX users_mail ON users (lower(mail));
CREATE MATERIALIZED VIEW ages AS SELECT age FROM users;
CREATE INDEX ages_age ON ages (age);
COMMENT ON CONSTRAINT age_check ON users IS 'born';
COMMENT ON CONSTRAINT mail_key ON users IS 'one each';
COMMENT ON INDEX users_mail IS 'looked for';
COMMENT ON INDEX ages_age IS 'by age';
