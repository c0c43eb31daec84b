CREATE TABLE event (id integer NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south');
CREATE UNIQUE INDEX event_once ON event (region, id);
ALTER TABLE event_north ADD CONSTRAINT event_north_pkey PRIMARY KEY USING INDEX event_north_region_id_idx;
CREATE TABLE visit (id integer NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE visit_north PARTITION OF visit FOR VALUES IN ('north');
