CREATE TABLE bill (id INT NOT NULL PRIMARY KEY, cents BIGINT NOT NULL CHECK (cents > 0), paid INT, owed INT CHECK (owed > 5), CONSTRAINT bounded CHECK (paid <= cents));
