CREATE TYPE "Mood" AS ENUM ('GOOD', 'BAD');
CREATE TYPE "Old" AS ENUM ('A');
CREATE TABLE parent (id integer PRIMARY KEY);
CREATE TABLE child (
  id integer PRIMARY KEY,
  parent_id integer NOT NULL REFERENCES parent (id),
  mood "Mood" NOT NULL DEFAULT 'GOOD',
  size integer CHECK (size > 0)
);
CREATE INDEX child_size ON child (size);
CREATE TABLE gone (id integer PRIMARY KEY, parent_id integer REFERENCES parent (id));
