CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'happy', 'glad');
CREATE TABLE people (id integer PRIMARY KEY, now mood NOT NULL DEFAULT 'ok');
