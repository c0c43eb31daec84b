-- CreateObject
ALTER TYPE "changed" SET (SEND = "changed_send");

-- CreateObject
CREATE TYPE "come";
CREATE FUNCTION "come_in"(cstring) RETURNS "come" LANGUAGE "internal" STRICT IMMUTABLE AS $$int8in$$;
CREATE FUNCTION "come_out"("come") RETURNS cstring LANGUAGE "internal" STRICT IMMUTABLE AS $$int8out$$;
CREATE TYPE "come" (ALIGNMENT = 'double', CATEGORY = 'N', DEFAULT = '0', INPUT = "come_in", INTERNALLENGTH = 8, OUTPUT = "come_out", PASSEDBYVALUE = 'true');

-- CreateObject
CREATE TYPE "empty";
CREATE FUNCTION "empty_in"(cstring) RETURNS "empty" LANGUAGE "internal" STRICT IMMUTABLE AS $$textin$$;
CREATE FUNCTION "empty_out"("empty") RETURNS cstring LANGUAGE "internal" STRICT IMMUTABLE AS $$textout$$;
CREATE TYPE "empty" (COLLATABLE = 'true', INPUT = "empty_in", OUTPUT = "empty_out", STORAGE = 'extended');

-- CreateObject
CREATE FUNCTION "come_less"("come", "come") RETURNS BOOLEAN LANGUAGE "internal" STRICT IMMUTABLE AS $$int8lt$$;

-- CreateObject
CREATE OPERATOR < (FUNCTION = "come_less", LEFTARG = "come", RIGHTARG = "come");

-- AlterTable
-- hazard: fails-on-existing-rows: column public.kept.value: it fails where values are there that cannot become public.come
-- hazard: table-rewrite: table public.kept: every row of it is written anew
-- hazard: blocks-reads: table public.kept: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "kept" ALTER COLUMN "value" TYPE "come" USING ("value"::text::"come");

-- DropObject
DROP ROUTINE "gone_same"(public.gone, public.gone);

-- DropObject
DROP TYPE "gone" CASCADE;
