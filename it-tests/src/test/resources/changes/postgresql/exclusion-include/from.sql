CREATE TABLE booked (during int4range, by_whom int, note text,
    CONSTRAINT once EXCLUDE USING gist (during WITH &&) INCLUDE (note));
