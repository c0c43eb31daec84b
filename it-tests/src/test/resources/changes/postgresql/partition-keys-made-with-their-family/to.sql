CREATE TABLE visit (id integer, place varchar(20), day date) PARTITION BY LIST (place);
CREATE TABLE visit_north PARTITION OF visit FOR VALUES IN ('north');
CREATE TABLE visit_south PARTITION OF visit (PRIMARY KEY (place, day)) FOR VALUES IN ('south');
CREATE UNIQUE INDEX visit_once ON visit (place, day);
