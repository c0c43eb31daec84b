CREATE TABLE booked (during int4range, by_whom int, note text,
    CONSTRAINT once EXCLUDE USING gist (during WITH &&) INCLUDE (note, by_whom));
CREATE TABLE more (during int4range, note text, EXCLUDE USING gist (during WITH &&) INCLUDE (note));
