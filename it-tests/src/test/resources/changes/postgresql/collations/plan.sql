-- CreateObject
CREATE COLLATION "fresh" (LOCALE = 'fr', PROVIDER = icu);

-- CreateObject
CREATE DOMAIN "french" AS TEXT COLLATE "public"."fresh";

-- AlterTable
-- hazard: blocks-reads: table public.words: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "words" ADD COLUMN     "third" "french",
ALTER COLUMN "other" SET DATA TYPE TEXT COLLATE "public"."fresh";

-- DropObject
-- hazard: recreated: collation public.changed: it is dropped and made anew
DROP COLLATION "changed";

-- CreateObject
CREATE COLLATION "changed" (DETERMINISTIC = false, LOCALE = 'en', PROVIDER = icu);

-- DropObject
DROP COLLATION "gone";
