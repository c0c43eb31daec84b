CREATE TABLE bill (id INT NOT NULL PRIMARY KEY, cents INT NOT NULL CHECK (cents > 0), paid INT CHECK (paid > 1), owed INT CHECK (owed > 0), CONSTRAINT bounded CHECK (paid < 100));
