-- CreateObject
-- hazard: fails-on-existing-rows: domain public.quantity: it fails if a column of the domain holds a value that it forbids
-- hazard: blocks-writes: table public.stock: nobody writes to it while its rows are read (SHARE)
ALTER DOMAIN "quantity" DROP CONSTRAINT "halves";
ALTER DOMAIN "quantity" RENAME CONSTRAINT "positive" TO "quantity_positive";
ALTER DOMAIN "quantity" RENAME CONSTRAINT "small" TO "quantity_small";
ALTER DOMAIN "quantity" VALIDATE CONSTRAINT "odd";
ALTER DOMAIN "quantity" ADD CONSTRAINT "quantity_even" CHECK ("public"."is_even"("value"));

-- Comment
COMMENT ON CONSTRAINT "quantity_small" ON DOMAIN "quantity" IS NULL;
