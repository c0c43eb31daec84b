CREATE TABLE place (id INT NOT NULL, spot POINT NOT NULL SRID 4326, PRIMARY KEY (id) COMMENT 'the number', SPATIAL KEY by_spot (spot));
