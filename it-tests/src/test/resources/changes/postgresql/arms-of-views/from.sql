CREATE TABLE parts (id integer, over integer, label text);
CREATE VIEW labels AS SELECT label AS shown FROM parts UNION SELECT 'none';
COMMENT ON SCHEMA public IS 'parts and labels';
