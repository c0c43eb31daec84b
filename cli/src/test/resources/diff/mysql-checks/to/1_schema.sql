CREATE TABLE bill (id INT NOT NULL PRIMARY KEY, cents INT NOT NULL, paid INT, CONSTRAINT positive CHECK (cents > 0) NOT ENFORCED, CONSTRAINT bounded CHECK (paid <= cents),
  CONSTRAINT come CHECK (paid >= 0));
