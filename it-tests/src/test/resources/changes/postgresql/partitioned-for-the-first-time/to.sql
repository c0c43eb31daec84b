CREATE TABLE kinds (id integer PRIMARY KEY);
CREATE TABLE events (
  id serial,
  day date NOT NULL,
  kind integer REFERENCES kinds (id),
  note text DEFAULT 'none',
  CONSTRAINT events_pkey PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_kind ON events (kind);
CREATE TABLE details (event integer, day date, text text,
  FOREIGN KEY (event, day) REFERENCES events (id, day));
CREATE VIEW today AS SELECT id, kind FROM events WHERE day = '2024-05-01';
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER stamped BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON events USING (kind > 0);
COMMENT ON COLUMN events.note IS 'by hand';
