-- CreateObject
CREATE FUNCTION "deep"(INTEGER) RETURNS "point3" LANGUAGE "sql" IMMUTABLE AS $$SELECT $1, $1, $1$$;

-- CreateObject
CREATE CAST (INTEGER AS "point3") WITH FUNCTION "deep"(integer);

-- DropObject
-- hazard: breaks-clients: cast (character varying, public.mood): statements that rest on it fail
DROP CAST (character varying AS public.mood);

-- DropObject
-- hazard: recreated: cast (public.point3, integer): it is dropped and made anew
DROP CAST (public.point3 AS integer);

-- CreateObject
CREATE CAST ("point3" AS INTEGER) WITH FUNCTION "flat"(public.point3) AS ASSIGNMENT;
