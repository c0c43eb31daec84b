CREATE TABLE bill (id INT NOT NULL PRIMARY KEY, cents INT NOT NULL, paid INT, CONSTRAINT positive CHECK (cents > 0), CONSTRAINT bounded CHECK (paid < 100),
  CONSTRAINT gone CHECK (paid > 1));
