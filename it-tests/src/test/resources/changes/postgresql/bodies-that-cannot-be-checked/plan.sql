-- CreateObject
-- hazard: untracked-dependencies: routine public.dearest(): its body names what is not there when it is made, so that nobody looks into it
SET check_function_bodies = off;
CREATE FUNCTION "dearest"() RETURNS INTEGER LANGUAGE "sql" AS $$SELECT max(p.price) FROM parcel AS p JOIN parcel other ON other.id = p.id WHERE p.weight > 1$$;
RESET check_function_bodies;

-- CreateObject
CREATE FUNCTION "heaviest"() RETURNS INTEGER LANGUAGE "sql" AS $$WITH all_of AS (SELECT weight FROM parcel) SELECT max(weight) FROM all_of$$;

-- CreateObject
-- hazard: untracked-dependencies: routine public.lost(): its body names what is not there when it is made, so that nobody looks into it
SET check_function_bodies = off;
CREATE FUNCTION "lost"() RETURNS INTEGER LANGUAGE "sql" AS $$SELECT max(id) FROM parcel JOIN since_dropped USING (id) -- not there$$;
RESET check_function_bodies;

-- CreateObject
-- hazard: untracked-dependencies: routine public.is_even(integer): its body names what is not there when it is made, so that nobody looks into it
SET check_function_bodies = off;
CREATE FUNCTION "is_even"("n" INTEGER) RETURNS BOOLEAN LANGUAGE "sql" AS $$SELECT n = 0 OR is_odd(n - 1)$$;
RESET check_function_bodies;

-- CreateObject
CREATE FUNCTION "is_odd"("n" INTEGER) RETURNS BOOLEAN LANGUAGE "sql" AS $$SELECT n <> 0 AND is_even(n - 1)$$;

-- CreateObject
-- hazard: untracked-dependencies: routine public.letters(): its body names what is not there when it is made, so that nobody looks into it
SET check_function_bodies = off;
CREATE FUNCTION "letters"() RETURNS INTEGER LANGUAGE "plpgsql" AS $$DECLARE one letter%ROWTYPE; BEGIN SELECT * INTO one FROM letter; RETURN one.id; END$$;
RESET check_function_bodies;

-- CreateObject
-- hazard: untracked-dependencies: routine public.next_letter(): its body names what is not there when it is made, so that nobody looks into it
SET check_function_bodies = off;
CREATE FUNCTION "next_letter"() RETURNS INTEGER LANGUAGE "sql" AS $$SELECT coalesce(max(id), 0) + 1 FROM letter$$;
RESET check_function_bodies;

-- CreateTable
CREATE TABLE "letter" (
    "id" INTEGER NOT NULL DEFAULT "public"."next_letter"(),
    "twice" INTEGER DEFAULT "public"."letters"(),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);
