CREATE TABLE event (id integer NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south');
ALTER TABLE event ADD CONSTRAINT event_pkey PRIMARY KEY (region, id);
CREATE TABLE visit (id integer NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE visit_north PARTITION OF visit FOR VALUES IN ('north');
CREATE UNIQUE INDEX visit_once ON ONLY visit (region, id);
ALTER TABLE visit_north ADD CONSTRAINT visit_north_pkey PRIMARY KEY (region, id);
ALTER INDEX visit_once ATTACH PARTITION visit_north_pkey;
