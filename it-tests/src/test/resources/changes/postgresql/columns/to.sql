CREATE TABLE t (
    id bigint PRIMARY KEY,
    name varchar(40) DEFAULT upper('y'),
    amount numeric(8,2) NOT NULL DEFAULT 0,
    born date,
    tags text[],
    made timestamptz NOT NULL DEFAULT now(),
    number integer GENERATED ALWAYS AS IDENTITY,
    twice numeric GENERATED ALWAYS AS (amount * 2) STORED,
    counter serial
);
COMMENT ON COLUMN t.name IS 'what it is called';
COMMENT ON COLUMN t.twice IS 'computed';
