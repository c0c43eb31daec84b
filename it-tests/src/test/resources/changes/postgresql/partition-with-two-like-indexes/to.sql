CREATE TABLE event (day int NOT NULL) PARTITION BY LIST (day);
CREATE INDEX event_day ON event (day);
CREATE TABLE monday PARTITION OF event FOR VALUES IN (1);
CREATE INDEX again ON monday (day);
