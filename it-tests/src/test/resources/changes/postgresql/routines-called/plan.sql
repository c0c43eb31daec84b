-- CreateObject
CREATE FUNCTION "fair"("price" BIGINT) RETURNS BOOLEAN LANGUAGE "sql" IMMUTABLE AS $$select price > 0$$;

-- DropObject
DROP RULE "logged" ON "item";

-- CreateObject
ALTER DOMAIN "code" DROP CONSTRAINT "fits";
ALTER DOMAIN "code" DROP DEFAULT;

-- AlterTable
ALTER TABLE "item" DROP CONSTRAINT "fair";

-- DropObject
DROP ROUTINE "fair"(integer);

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.item.fair: it fails if a row violates the condition
-- hazard: blocks-reads: table public.item: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "item" ADD CONSTRAINT "fair" CHECK ("public"."fair"("price"));

-- DropObject
-- hazard: recreated: routine public.fits(text): it is dropped and made anew
-- hazard: privileges-lost: routine public.fits(text): what was granted on it goes with it, and must be granted again
DROP ROUTINE "fits"(text);

-- CreateObject
CREATE FUNCTION "fits"("text_given" TEXT) RETURNS BOOLEAN LANGUAGE "sql" IMMUTABLE AS $$select length(text_given) > 0$$;

-- DropObject
-- hazard: recreated: routine public.said(text): it is dropped and made anew
-- hazard: privileges-lost: routine public.said(text): what was granted on it goes with it, and must be granted again
DROP ROUTINE "said"(text);

-- CreateObject
CREATE FUNCTION "said"("given" TEXT) RETURNS VARCHAR LANGUAGE "sql" IMMUTABLE AS $$select given$$;

-- CreateObject
-- hazard: fails-on-existing-rows: domain public.code: it fails if a column of the domain holds a value that it forbids
-- hazard: blocks-writes: table public.item: nobody writes to it while its rows are read (SHARE)
ALTER DOMAIN "code" ADD CONSTRAINT "fits" CHECK ("public"."fits"("value"));
ALTER DOMAIN "code" SET DEFAULT "public"."said"('x');

-- CreateObject
CREATE RULE "logged" AS ON INSERT TO "item" DO ALSO insert into public . log ( text ) values ( public . said ( ( new . name ) :: text ) );
