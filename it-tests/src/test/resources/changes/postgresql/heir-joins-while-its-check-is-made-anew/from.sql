CREATE TYPE state AS ENUM ('new', 'old', 'odd');
CREATE TABLE things (state state NOT NULL, CONSTRAINT known CHECK (state IS NOT NULL));
CREATE TABLE tools (state state NOT NULL, CONSTRAINT known CHECK (state IS NOT NULL));
