CREATE TABLE event (id integer, region text, note text) PARTITION BY LIST (region);
CREATE INDEX event_where ON event (region, note);
CREATE TABLE north (id integer, region text, note text);
CREATE INDEX north_own ON north (region, note);
