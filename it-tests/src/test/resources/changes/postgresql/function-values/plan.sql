-- CreateObject
CREATE OR REPLACE FUNCTION "doubled"("n" INTEGER) RETURNS INTEGER LANGUAGE "sql" IMMUTABLE RETURN "n" + "n";

-- CreateObject
CREATE FUNCTION "halved"("n" INTEGER) RETURNS INTEGER LANGUAGE "sql" IMMUTABLE RETURN "n" / 2;

-- CreateObject
CREATE OR REPLACE FUNCTION "both_of"("n" INTEGER) RETURNS INTEGER LANGUAGE "sql" IMMUTABLE RETURN "public"."doubled"("n") + "public"."halved"("n");

-- CreateObject
CREATE OR REPLACE FUNCTION "named"("word" VARCHAR) RETURNS TEXT LANGUAGE "sql" IMMUTABLE RETURN upper("word") || '!';

-- DropObject
DROP ROUTINE "tripled"(integer);
