CREATE TABLE visit (id integer PRIMARY KEY, guests integer);
CREATE DOMAIN age AS integer CONSTRAINT grown CHECK (value > 17);
