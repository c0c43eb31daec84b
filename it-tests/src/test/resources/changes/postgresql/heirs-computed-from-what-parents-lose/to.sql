CREATE TABLE meters (id integer NOT NULL, unit bigint);
CREATE TABLE gauges (
    coarse boolean GENERATED ALWAYS AS (unit > 10) STORED,
    CONSTRAINT gauges_coarse CHECK (coarse IS NOT NULL)
) INHERITS (meters);
