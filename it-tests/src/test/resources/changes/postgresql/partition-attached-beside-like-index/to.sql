CREATE TABLE event (id integer, region text, note text) PARTITION BY LIST (region);
CREATE TABLE north (id integer, region text, note text);
ALTER TABLE event ATTACH PARTITION north FOR VALUES IN ('north');
CREATE INDEX event_where ON event (region, note);
CREATE INDEX north_own ON north (region, note);
