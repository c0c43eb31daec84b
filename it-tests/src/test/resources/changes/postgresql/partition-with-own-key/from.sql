CREATE TABLE stock (place text NOT NULL, item integer NOT NULL);
