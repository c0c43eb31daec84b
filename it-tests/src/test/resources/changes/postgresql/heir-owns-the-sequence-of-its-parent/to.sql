CREATE TABLE tickets (number integer NOT NULL);
