-- CreateObject
-- hazard: fails-on-existing-rows: domain public.share: it fails if a column of the domain holds a value that it forbids
-- hazard: blocks-writes: table public.holdings: nobody writes to it while its rows are read (SHARE)
ALTER DOMAIN "share" DROP CONSTRAINT "share_check";
ALTER DOMAIN "share" SET DEFAULT 2;
ALTER DOMAIN "share" SET NOT NULL;
ALTER DOMAIN "share" ADD CONSTRAINT "share_range" CHECK ("value" >= 0 AND "value" <= 100);
