-- DropObject
-- hazard: recreated: view public.parts: it is dropped and made anew
-- hazard: privileges-lost: view public.parts: what was granted on it goes with it, and must be granted again
DROP VIEW "parts";

-- DropObject
-- hazard: recreated: routine public.half(public.share): it is dropped and made anew
-- hazard: privileges-lost: routine public.half(public.share): what was granted on it goes with it, and must be granted again
DROP ROUTINE "half"(public.share);

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.holdings.part: it fails where values are there that cannot become public.share
-- hazard: fails-on-existing-rows: column public.holdings.parts: it fails where values are there that cannot become public.share[]
-- hazard: table-rewrite: table public.holdings: every row of it is written anew
-- hazard: blocks-reads: table public.holdings: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER DOMAIN "share" RENAME TO "share_old";
CREATE DOMAIN "share" AS DECIMAL(10,2) CONSTRAINT "share_check" CHECK ("value" >= 0);
ALTER TABLE "holdings" ALTER COLUMN "part" DROP DEFAULT,
ALTER COLUMN "part" TYPE "share" USING ("part"::"share"),
ALTER COLUMN "parts" TYPE "share"[] USING ("parts"::"share"[]);
DROP DOMAIN "share_old";
ALTER TABLE "holdings" ALTER COLUMN "part" SET DEFAULT 1;

-- CreateObject
CREATE FUNCTION "half"("one" "share") RETURNS DECIMAL LANGUAGE "sql" AS $$ SELECT one / 2.0 $$;

-- CreateObject
CREATE VIEW "parts" ("id", "part") AS SELECT "holdings"."id" AS "id", "holdings"."part" AS "part" FROM "holdings";

-- Comment
COMMENT ON DOMAIN "share" IS 'a part of the whole';
