CREATE TABLE places (id integer PRIMARY KEY, town text, street text);
CREATE STATISTICS near ON town, street FROM places;
COMMENT ON STATISTICS near IS 'towns and streets';
CREATE FOREIGN DATA WRAPPER files;
COMMENT ON FOREIGN DATA WRAPPER files IS 'old files';
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE TYPE point3 AS (x integer, y integer, z integer);
CREATE FUNCTION shown(point3) RETURNS text LANGUAGE sql AS 'SELECT ''point''';
CREATE CAST (point3 AS text) WITH FUNCTION shown(point3);
