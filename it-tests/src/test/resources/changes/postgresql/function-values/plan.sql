-- CreateObject
CREATE OR REPLACE FUNCTION "doubled"("n" INTEGER) RETURNS INTEGER LANGUAGE "sql" IMMUTABLE RETURN "n" + "n";

-- CreateObject
CREATE FUNCTION "halved"("n" INTEGER) RETURNS INTEGER LANGUAGE "sql" IMMUTABLE RETURN "n" / 2;

-- CreateObject
CREATE OR REPLACE FUNCTION "named"("word" VARCHAR) RETURNS TEXT LANGUAGE "sql" IMMUTABLE RETURN upper("word") || '!';

-- DropObject
-- hazard: recreated: routine public.both_of(integer): it is dropped and made anew
-- hazard: privileges-lost: routine public.both_of(integer): what was granted on it goes with it, and must be granted again
DROP ROUTINE "both_of"(integer);

-- CreateObject
CREATE FUNCTION "both_of"("n" INTEGER) RETURNS INTEGER LANGUAGE "sql" IMMUTABLE RETURN "public"."doubled"("n") + "public"."halved"("n");

-- DropObject
DROP ROUTINE "tripled"(integer);
