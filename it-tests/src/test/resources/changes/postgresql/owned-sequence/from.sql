CREATE TABLE a (id integer NOT NULL);
CREATE TABLE b (id integer NOT NULL);
CREATE SEQUENCE numbers OWNED BY a.id;
ALTER TABLE a ALTER COLUMN id SET DEFAULT nextval('numbers');
