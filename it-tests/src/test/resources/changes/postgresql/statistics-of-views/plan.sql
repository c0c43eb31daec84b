-- DropObject
-- hazard: recreated: statistics object public.daily_both: it is dropped and made anew, and knows nothing until the next ANALYZE
DROP STATISTICS "daily_both";

-- DropObject
-- hazard: data-loss: materialized view public.daily: its stored rows go; they would have to be computed again
-- hazard: recreated: materialized view public.daily: it is dropped and made anew
-- hazard: privileges-lost: materialized view public.daily: what was granted on it goes with it, and must be granted again
DROP MATERIALIZED VIEW "daily";

-- CreateObject
CREATE MATERIALIZED VIEW "daily" ("page", "day", "hits") AS SELECT "visits"."page" AS "page", "visits"."day" AS "day", "visits"."hits" AS "hits" FROM "visits";

-- CreateObject
CREATE STATISTICS "daily_both" ON "day", "page" FROM "daily";

-- CreateObject
CREATE STATISTICS "daily_hits" (ndistinct) ON "day", "hits" FROM "daily";
