CREATE TABLE page (id INT NOT NULL PRIMARY KEY, title VARCHAR(100), body TEXT, KEY by_title (title DESC), KEY by_both (title, id),
  FULLTEXT KEY words (title, body), FULLTEXT KEY titles (title));
