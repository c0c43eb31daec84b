CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE people (
    id integer PRIMARY KEY,
    now mood NOT NULL DEFAULT 'ok',
    before mood[],
    CHECK (now <> 'sad' OR id > 0)
);
CREATE INDEX happy_people ON people (id) WHERE now = 'happy';
CREATE VIEW moods AS SELECT id, now FROM people WHERE now > 'sad';
CREATE FUNCTION describe(one mood) RETURNS text LANGUAGE sql AS $$ SELECT one::text $$;
