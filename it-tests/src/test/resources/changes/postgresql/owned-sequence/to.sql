CREATE TABLE b (id integer NOT NULL);
CREATE SEQUENCE numbers AS integer OWNED BY b.id;
ALTER TABLE b ALTER COLUMN id SET DEFAULT nextval('numbers');
