CREATE TABLE p (id integer PRIMARY KEY, code text);
CREATE TABLE t (
    id integer CONSTRAINT t_id PRIMARY KEY,
    a integer CONSTRAINT positive CHECK (a > 1),
    b integer CONSTRAINT t_b UNIQUE DEFERRABLE INITIALLY DEFERRED,
    p integer CONSTRAINT t_p REFERENCES p ON DELETE SET NULL DEFERRABLE,
    r int4range,
    CONSTRAINT apart EXCLUDE USING gist (r WITH &&)
);
ALTER TABLE t ADD CONSTRAINT later CHECK (b > 0);
