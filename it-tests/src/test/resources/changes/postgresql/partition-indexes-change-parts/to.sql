CREATE TABLE events (day integer, kind text) PARTITION BY LIST (day);
CREATE INDEX events_day ON events (day);
CREATE INDEX events_again ON events (day);
CREATE TABLE events_1 (day integer, kind text);
CREATE INDEX events_1_first ON events_1 (day);
CREATE INDEX events_1_day_idx ON events_1 (day);
ALTER TABLE events ATTACH PARTITION events_1 FOR VALUES IN (1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES IN (2);
