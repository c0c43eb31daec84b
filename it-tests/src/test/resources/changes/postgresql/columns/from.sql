CREATE TABLE t (
    id integer PRIMARY KEY,
    name varchar(20) NOT NULL DEFAULT 'x',
    amount integer,
    born text,
    tags text,
    gone text
);
COMMENT ON COLUMN t.name IS 'how it is called';
