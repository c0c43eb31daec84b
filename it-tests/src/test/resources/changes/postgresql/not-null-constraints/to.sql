-- since POSTGRESQL 18.0
CREATE TABLE t (
    implied int CONSTRAINT told NOT NULL,
    named int CONSTRAINT two NOT NULL,
    inherits int CONSTRAINT inherits_not NOT NULL,
    nullable int CONSTRAINT now NOT NULL,
    waiting int CONSTRAINT waits NOT NULL,
    checked int
);
ALTER TABLE t ADD NOT NULL checked NOT VALID;
CREATE TABLE p (a int CONSTRAINT a_must_be_there NOT NULL);
CREATE TABLE c () INHERITS (p);
CREATE TABLE latter (a int NOT NULL, b int CONSTRAINT b_is_there NOT NULL);
CREATE TABLE fresh (a int CONSTRAINT a_in_fresh NOT NULL, b int);
ALTER TABLE fresh ADD NOT NULL b NOT VALID;
