CREATE TABLE stock (place text NOT NULL, item integer NOT NULL);
CREATE TABLE stays (place text NOT NULL, item integer NOT NULL, UNIQUE (place, item))
  PARTITION BY LIST (place);
CREATE TABLE stays_hall PARTITION OF stays (PRIMARY KEY (place, item)) FOR VALUES IN ('hall');
