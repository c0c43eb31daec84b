CREATE TABLE item (code text);
CREATE UNIQUE INDEX item_code ON item (code);
