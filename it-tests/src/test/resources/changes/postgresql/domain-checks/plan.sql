-- CreateObject
ALTER DOMAIN "share" DROP CONSTRAINT "share_check";
ALTER DOMAIN "share" SET DEFAULT 2;
ALTER DOMAIN "share" SET NOT NULL;
ALTER DOMAIN "share" ADD CONSTRAINT "share_range" CHECK ("value" >= 0 AND "value" <= 100);
