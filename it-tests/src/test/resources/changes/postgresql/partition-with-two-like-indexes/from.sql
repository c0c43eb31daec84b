CREATE TABLE event (day int NOT NULL) PARTITION BY LIST (day);
CREATE INDEX event_day ON event (day);
