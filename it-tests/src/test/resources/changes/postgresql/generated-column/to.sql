CREATE TABLE boxes (id integer PRIMARY KEY, w bigint, h integer, area bigint GENERATED ALWAYS AS (w * h * 2) STORED);
CREATE INDEX boxes_area ON boxes (area);
COMMENT ON COLUMN boxes.area IS 'in square metres';
CREATE VIEW large AS SELECT id FROM boxes WHERE area > 10;
