CREATE TYPE state AS ENUM ('new', 'old');
CREATE TABLE things (state state NOT NULL, CONSTRAINT known CHECK (state IS NOT NULL));
CREATE TABLE tools () INHERITS (things);
