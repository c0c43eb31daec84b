-- since POSTGRESQL 17.0
CREATE TABLE stay (room int NOT NULL, during int4range, guest int) PARTITION BY LIST (room);
CREATE TABLE stay_1 PARTITION OF stay FOR VALUES IN (1);
CREATE TABLE stay_2 PARTITION OF stay FOR VALUES IN (2);
CREATE TABLE stay_3 (room int NOT NULL, during int4range, guest int);
ALTER TABLE stay_2 ADD CONSTRAINT own_rooms EXCLUDE USING btree (room WITH =, guest WITH =);
ALTER TABLE stay_3 ADD CONSTRAINT rooms_of_three EXCLUDE USING btree (room WITH =, guest WITH =);
ALTER TABLE stay ATTACH PARTITION stay_3 FOR VALUES IN (3);
ALTER TABLE stay ADD CONSTRAINT rooms EXCLUDE USING btree (room WITH =, guest WITH =);
CREATE TABLE visit (room int NOT NULL, guest int) PARTITION BY LIST (room);
CREATE TABLE visit_1 PARTITION OF visit FOR VALUES IN (1);
CREATE TABLE lease (room int NOT NULL, guest int, CONSTRAINT one EXCLUDE USING btree (room WITH =, guest WITH =)) PARTITION BY LIST (room);
CREATE TABLE lease_1 PARTITION OF lease FOR VALUES IN (1);
