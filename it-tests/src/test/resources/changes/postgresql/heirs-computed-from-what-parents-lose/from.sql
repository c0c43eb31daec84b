CREATE TABLE meters (id integer NOT NULL, reading text, unit integer);
CREATE TABLE gauges (
    unread boolean GENERATED ALWAYS AS (reading IS NULL) STORED,
    coarse boolean GENERATED ALWAYS AS (unit > 10) STORED,
    CONSTRAINT gauges_coarse CHECK (coarse IS NOT NULL)
) INHERITS (meters);
