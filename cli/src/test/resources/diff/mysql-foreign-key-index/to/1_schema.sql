CREATE TABLE club (id INT NOT NULL PRIMARY KEY, code INT NOT NULL, UNIQUE KEY code_id (code, id));
CREATE TABLE member (id INT NOT NULL PRIMARY KEY, club INT, code INT, KEY by_club_id (club, id), CONSTRAINT in_club FOREIGN KEY (club) REFERENCES club (id),
  CONSTRAINT has_code FOREIGN KEY (code) REFERENCES club (code));
