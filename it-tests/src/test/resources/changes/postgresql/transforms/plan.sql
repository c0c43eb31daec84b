-- CreateObject
CREATE TYPE "come" AS ("a" INTEGER);

-- CreateObject
CREATE FUNCTION "come_from"(internal) RETURNS internal LANGUAGE "internal" STRICT IMMUTABLE AS $$prsd_lextype$$;

-- CreateObject
CREATE FUNCTION "come_to"(internal) RETURNS "come" LANGUAGE "internal" STRICT IMMUTABLE AS $$record_in$$;

-- CreateObject
CREATE TRANSFORM FOR public.come LANGUAGE "plpgsql" (FROM SQL WITH FUNCTION "come_from"(internal), TO SQL WITH FUNCTION "come_to"(internal));

-- CreateObject
CREATE OR REPLACE TRANSFORM FOR public.kept LANGUAGE "plpgsql" (FROM SQL WITH FUNCTION "other_from"(internal));

-- DropObject
-- hazard: breaks-clients: transform plpgsql(public.gone): statements that rest on it fail
DROP TRANSFORM FOR public.gone LANGUAGE "plpgsql";

-- DropObject
DROP TYPE "gone";

-- DropObject
DROP ROUTINE "gone_from"(internal);

-- Comment
COMMENT ON TRANSFORM FOR public.kept LANGUAGE "plpgsql" IS 'as before';
