CREATE TABLE boxes (id integer PRIMARY KEY, w integer, h integer, area integer GENERATED ALWAYS AS (w * h) STORED);
CREATE INDEX boxes_area ON boxes (area);
COMMENT ON COLUMN boxes.area IS 'in square metres';
CREATE VIEW large AS SELECT id FROM boxes WHERE area > 10;
