-- The heir comes behind its parent in the order of names, and before it in the other pair.
CREATE TABLE base (n integer);
CREATE TABLE base_heir () INHERITS (base);
ALTER TABLE base_heir ADD CONSTRAINT positive CHECK (n > 0);
ALTER TABLE base ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
CREATE TABLE later (n integer);
CREATE TABLE earlier () INHERITS (later);
ALTER TABLE earlier ADD CONSTRAINT positive CHECK (n > 0);
ALTER TABLE later ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
CREATE TABLE more (n integer);
CREATE TABLE more_heir () INHERITS (more);
ALTER TABLE more_heir ADD CONSTRAINT positive CHECK (n > 0);
ALTER TABLE more ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
