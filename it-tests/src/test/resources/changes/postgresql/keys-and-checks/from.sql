CREATE TABLE p (id integer PRIMARY KEY, code text);
CREATE TABLE t (
    id integer,
    a integer CONSTRAINT positive CHECK (a > 0),
    b integer CONSTRAINT t_b UNIQUE,
    p integer CONSTRAINT t_p REFERENCES p,
    r int4range
);
ALTER TABLE t ADD CONSTRAINT later CHECK (b > 0) NOT VALID;
