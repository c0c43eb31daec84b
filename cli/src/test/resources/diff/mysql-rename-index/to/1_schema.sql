CREATE TABLE page (id INT NOT NULL PRIMARY KEY, title VARCHAR(100), KEY page_title_idx (title));
