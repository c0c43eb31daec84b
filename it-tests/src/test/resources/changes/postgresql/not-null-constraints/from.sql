CREATE TABLE t (
    implied int NOT NULL,
    named int CONSTRAINT one NOT NULL,
    inherits int CONSTRAINT inherits_not NOT NULL NO INHERIT,
    nullable int,
    waiting int,
    checked int NOT NULL
);
ALTER TABLE t ADD CONSTRAINT waits NOT NULL waiting NOT VALID;
CREATE TABLE p (a int CONSTRAINT a_is_there NOT NULL);
CREATE TABLE c () INHERITS (p);
CREATE TABLE former (a int NOT NULL);
ALTER TABLE former RENAME TO latter;
