CREATE TYPE point3 AS (x integer, y integer, z integer);
CREATE TYPE mood AS ENUM ('well', 'ill');
CREATE FUNCTION flat(point3) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.x';
CREATE FUNCTION deep(integer) RETURNS point3 LANGUAGE sql IMMUTABLE AS 'SELECT $1, $1, $1';
CREATE CAST (point3 AS integer) WITH FUNCTION flat(point3) AS ASSIGNMENT;
CREATE CAST (mood AS varchar) WITH INOUT AS IMPLICIT;
CREATE CAST (integer AS point3) WITH FUNCTION deep(integer);
