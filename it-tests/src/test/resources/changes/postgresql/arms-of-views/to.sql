CREATE TABLE parts (id integer, over integer, label text);
CREATE VIEW labels AS SELECT label AS shown FROM parts UNION SELECT 'none' UNION SELECT 'all' AS other;
CREATE VIEW tree AS
  WITH RECURSIVE below AS (
    SELECT id, 0 AS depth FROM parts WHERE over IS NULL
    UNION ALL
    SELECT parts.id, below.depth + 1 FROM parts JOIN below ON parts.over = below.id
  )
  SELECT below.id, below.depth FROM below;
CREATE AGGREGATE joined (text) (SFUNC = textcat, STYPE = text, INITCOND = '');
