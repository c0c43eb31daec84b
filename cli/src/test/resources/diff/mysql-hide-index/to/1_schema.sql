CREATE TABLE page (id INT NOT NULL PRIMARY KEY, title VARCHAR(100), KEY t (title) INVISIBLE, KEY u (title, id));
