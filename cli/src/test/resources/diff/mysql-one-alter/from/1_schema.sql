CREATE TABLE parcel (id INT NOT NULL PRIMARY KEY, weight INT, town VARCHAR(20), old INT, KEY by_old (old), KEY by_town (town));
