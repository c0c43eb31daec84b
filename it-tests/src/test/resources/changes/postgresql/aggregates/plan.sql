-- CreateObject
CREATE AGGREGATE "of_old"(INTEGER) (INITCOND = '0', SFUNC = "int4pl", STYPE = INTEGER);

-- CreateObject
CREATE AGGREGATE "total"(*) (INITCOND = '0', SFUNC = "int8inc", STYPE = BIGINT);

-- CreateObject
CREATE OR REPLACE AGGREGATE "total"(INTEGER) (INITCOND = '10', PARALLEL = safe, SFUNC = "add_up", STYPE = INTEGER);

-- DropObject
-- hazard: recreated: view public.halves: it is dropped and made anew
-- hazard: privileges-lost: view public.halves: what was granted on it goes with it, and must be granted again
DROP VIEW "halves";

-- DropObject
DROP AGGREGATE "gone"(integer);

-- DropObject
-- hazard: recreated: aggregate public.half(integer): it is dropped and made anew
-- hazard: privileges-lost: aggregate public.half(integer): what was granted on it goes with it, and must be granted again
DROP AGGREGATE "half"(integer);

-- CreateObject
CREATE AGGREGATE "half"(INTEGER) (FINALFUNC = "halved", SFUNC = "add_up", STYPE = INTEGER);

-- CreateObject
CREATE VIEW "halves" ("half") AS SELECT "public"."half"("sales"."amount") AS "half" FROM "sales";

-- Comment
COMMENT ON AGGREGATE "half"(integer) IS 'of all';
