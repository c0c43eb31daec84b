CREATE TYPE pair AS (id int, size int);
CREATE TABLE pairs OF pair (CONSTRAINT first PRIMARY KEY (id), CONSTRAINT second CHECK (size > 0));
