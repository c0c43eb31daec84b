CREATE TABLE region (name text PRIMARY KEY);
CREATE TABLE event (id integer NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south');
ALTER TABLE event_north ADD CONSTRAINT is_in_north FOREIGN KEY (region) REFERENCES region;
ALTER TABLE event ADD CONSTRAINT is_somewhere FOREIGN KEY (region) REFERENCES region;
