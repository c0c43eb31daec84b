CREATE TABLE events (day integer, kind text) PARTITION BY LIST (day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE INDEX events_day ON events (day);
