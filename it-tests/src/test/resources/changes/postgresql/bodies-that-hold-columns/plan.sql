-- DropObject
-- hazard: recreated: routine public.how_many(): it is dropped and made anew
-- hazard: privileges-lost: routine public.how_many(): what was granted on it goes with it, and must be granted again
DROP ROUTINE "how_many"();

-- DropObject
-- hazard: recreated: view public.open_jobs: it is dropped and made anew
-- hazard: privileges-lost: view public.open_jobs: what was granted on it goes with it, and must be granted again
DROP VIEW "open_jobs";

-- DropObject
-- hazard: recreated: routine public.price(integer): it is dropped and made anew
-- hazard: privileges-lost: routine public.price(integer): what was granted on it goes with it, and must be granted again
DROP ROUTINE "price"(integer);

-- DropObject
DROP ROUTINE "reset"(integer);

-- DropObject
-- hazard: recreated: routine public.start(integer): it is dropped and made anew
-- hazard: privileges-lost: routine public.start(integer): what was granted on it goes with it, and must be granted again
DROP ROUTINE "start"(integer);

-- CreateObject
CREATE OR REPLACE FUNCTION "label"("job" INTEGER) RETURNS TEXT LANGUAGE "sql" begin atomic select ( jobs . id ) :: text as id from public . jobs where ( jobs . id = label . job ) ; end;

-- AlterTable
-- hazard: data-loss: column public.jobs.state: every value of the column is lost
-- hazard: table-rewrite: table public.jobs: every row of it is written anew
-- hazard: blocks-reads: table public.jobs: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "jobs" DROP COLUMN "state",
ADD COLUMN     "phase" TEXT,
ALTER COLUMN "cost" SET DATA TYPE BIGINT;

-- CreateObject
CREATE FUNCTION "price"("job" INTEGER) RETURNS DECIMAL LANGUAGE "sql" begin atomic select jobs . cost from public . jobs where ( jobs . id = price . job ) ; end;

-- CreateObject
CREATE FUNCTION "start"("job" INTEGER) RETURNS void LANGUAGE "sql" begin atomic update public . jobs set phase = 'running' :: text where ( jobs . id = start . job ) ; end;

-- CreateObject
CREATE VIEW "open_jobs" ("id") AS SELECT "jobs"."id" AS "id" FROM "jobs" WHERE NOT "jobs"."done";

-- CreateObject
CREATE FUNCTION "how_many"() RETURNS BIGINT LANGUAGE "sql" begin atomic select count ( * ) as count from public . open_jobs ; end;
