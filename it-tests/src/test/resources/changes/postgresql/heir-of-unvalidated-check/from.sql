CREATE TABLE measured (size int);
ALTER TABLE measured ADD CONSTRAINT is_positive CHECK (size > 0) NOT VALID;
