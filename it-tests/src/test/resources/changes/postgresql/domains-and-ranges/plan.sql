-- CreateObject
CREATE DOMAIN "few" AS INTEGER CONSTRAINT "few" CHECK ("value" < 10);
ALTER DOMAIN "few" ADD CONSTRAINT "known" CHECK ("value" > 0) NOT VALID;

-- CreateObject
CREATE FUNCTION "days"("later" DATE, "earlier" DATE) RETURNS DOUBLE PRECISION LANGUAGE "sql" IMMUTABLE AS $$select (later - earlier)::float8$$;

-- CreateObject
CREATE TYPE "stay" AS RANGE (SUBTYPE = DATE, SUBTYPE_DIFF = "days");

-- AlterTable
-- hazard: fails-on-existing-rows: column public.visit.guests: it fails where values are there that cannot become public.few
-- hazard: fails-on-existing-rows: constraint public.visit.known: it fails if a row violates the condition
-- hazard: table-rewrite: table public.visit: every row of it is written anew
-- hazard: blocks-reads: table public.visit: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "visit" ADD COLUMN     "stay" "stay",
ALTER COLUMN "guests" SET DATA TYPE "few",
ADD CONSTRAINT "known" CHECK ("guests" IS NOT NULL);

-- Comment
COMMENT ON CONSTRAINT "grown" ON DOMAIN "age" IS 'of age';
