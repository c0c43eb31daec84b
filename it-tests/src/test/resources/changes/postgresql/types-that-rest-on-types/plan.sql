-- AlterEnum
-- hazard: fails-on-existing-rows: column public.t.mood: it fails where values are there that cannot become public.good
-- hazard: fails-on-existing-rows: column public.t.day: it fails where its USING is refused for values that are there
-- hazard: table-rewrite: table public.t: every row of it is written anew
-- hazard: blocks-reads: table public.t: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TYPE "mood" RENAME TO "mood_old";
ALTER TYPE "day" RENAME TO "day_old";
ALTER DOMAIN "good" RENAME TO "good_old";
CREATE TYPE "mood" AS ENUM ('sad', 'happy', 'ok');
CREATE TYPE "day" AS ("at" DATE, "mood" "mood");
CREATE DOMAIN "good" AS "mood" CONSTRAINT "good_check" CHECK ("value" <> 'sad');
ALTER TABLE "t" ALTER COLUMN "mood" DROP DEFAULT,
ALTER COLUMN "mood" TYPE "good" USING ("mood"::text::"good"),
ALTER COLUMN "day" TYPE "day" USING (CASE WHEN "day" IS NOT DISTINCT FROM NULL THEN NULL ELSE (("day")."at", ("day")."mood"::text::"mood")::"day" END);
DROP DOMAIN "good_old";
DROP TYPE "day_old";
DROP TYPE "mood_old";
ALTER TABLE "t" ALTER COLUMN "mood" SET DEFAULT 'ok';

-- Comment
COMMENT ON TYPE "mood" IS 'how it is';
