CREATE TABLE page (id INT NOT NULL PRIMARY KEY, title VARCHAR(100), KEY t (title) IGNORED, KEY u (title, id));
