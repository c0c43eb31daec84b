-- CreateObject
CREATE AGGREGATE "joined"(TEXT) (INITCOND = '', SFUNC = "textcat", STYPE = TEXT);

-- CreateObject
CREATE OR REPLACE VIEW "labels" ("shown") AS (SELECT "parts"."label" AS "shown" FROM "parts" UNION SELECT 'none' AS "shown") UNION SELECT 'all' AS "shown";

-- CreateObject
CREATE VIEW "tree" ("id", "depth") AS WITH RECURSIVE "below" AS (SELECT "parts"."id" AS "id", 0 AS "depth" FROM "parts" WHERE "parts"."over" IS NULL UNION ALL SELECT "parts"."id" AS "id", "below"."depth" + 1 AS "?column?" FROM "parts" JOIN "below" ON "parts"."over" = "below"."id") SELECT "below"."id" AS "id", "below"."depth" AS "depth" FROM "below";

-- Comment
COMMENT ON SCHEMA "public" IS 'standard public schema';
