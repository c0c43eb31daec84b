-- CreateObject
CREATE DOMAIN "filled" AS "base" CONSTRAINT "filled_check" CHECK (("value")."id" IS NOT NULL);

-- CreateTable
CREATE TABLE "a_user" (
    "one" "filled",
    "many" "base"[]
);

-- CreateObject
CREATE FUNCTION "first_of"("r" "a_user") RETURNS "filled" LANGUAGE "plpgsql" AS $$
BEGIN
  RETURN r.one;
END $$;
