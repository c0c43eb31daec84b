CREATE TABLE parcel (id INT NOT NULL PRIMARY KEY, weight DECIMAL(9,3) NOT NULL DEFAULT 0, town VARCHAR(20), sent DATE,
  KEY by_weight (weight), KEY by_place (town), UNIQUE KEY once (town, sent));
