-- CreateObject
ALTER TYPE "place" DROP ATTRIBUTE "city", ALTER ATTRIBUTE "street" TYPE VARCHAR(80), ADD ATTRIBUTE "zip" TEXT;

-- CreateObject
CREATE OR REPLACE FUNCTION "city"("one" "place") RETURNS TEXT LANGUAGE "sql" AS $$ SELECT one.zip $$;
