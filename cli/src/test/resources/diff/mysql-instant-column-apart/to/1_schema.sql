CREATE TABLE parcel (id INT NOT NULL PRIMARY KEY, sent DATE, town VARCHAR(20), KEY by_sent (sent), KEY by_town (town));
