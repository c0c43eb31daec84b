CREATE TABLE measured (size int);
CREATE TABLE weighed (weight int) INHERITS (measured);
ALTER TABLE measured ADD CONSTRAINT is_positive CHECK (size > 0) NOT VALID;
