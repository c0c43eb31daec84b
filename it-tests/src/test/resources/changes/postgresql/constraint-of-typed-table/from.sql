CREATE TYPE pair AS (id int, size int);
CREATE TABLE pairs OF pair (CONSTRAINT one PRIMARY KEY (id), CONSTRAINT two CHECK (size > 0));
