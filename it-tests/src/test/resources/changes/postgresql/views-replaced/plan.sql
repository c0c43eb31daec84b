-- DropObject
-- hazard: recreated: view public.above: it is dropped and made anew
-- hazard: privileges-lost: view public.above: what was granted on it goes with it, and must be granted again
DROP VIEW "above";

-- DropObject
DROP VIEW "gone";

-- DropObject
-- hazard: recreated: view public.other: it is dropped and made anew
-- hazard: privileges-lost: view public.other: what was granted on it goes with it, and must be granted again
DROP VIEW "other";

-- DropObject
-- hazard: data-loss: materialized view public.stored: its stored rows go; they would have to be computed again
-- hazard: recreated: materialized view public.stored: it is dropped and made anew
-- hazard: privileges-lost: materialized view public.stored: what was granted on it goes with it, and must be granted again
DROP MATERIALIZED VIEW "stored";

-- CreateObject
CREATE VIEW "fresh" ("a") AS SELECT "longer"."a" AS "a" FROM "longer";

-- CreateObject
CREATE OR REPLACE VIEW "longer" ("a", "b") WITH (security_barrier = 'true') AS SELECT "t"."a" AS "a", "t"."b" AS "b" FROM "t" WHERE "t"."a" > 0;

-- CreateObject
CREATE VIEW "other" ("b") AS SELECT "t"."b" AS "b" FROM "t";

-- CreateObject
CREATE VIEW "above" ("b") AS SELECT "other"."b" AS "b" FROM "other";

-- CreateObject
CREATE MATERIALIZED VIEW "stored" ("a", "b") AS SELECT "t"."a" AS "a", "t"."b" AS "b" FROM "t";

-- CreateIndex
CREATE INDEX "stored_a" ON "stored"("a");
