CREATE TABLE page (id INT NOT NULL PRIMARY KEY, title VARCHAR(100), body TEXT, KEY by_title (title), FULLTEXT KEY words (body));
