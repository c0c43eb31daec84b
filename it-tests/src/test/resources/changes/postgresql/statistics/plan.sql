-- DropObject
-- hazard: recreated: statistics object public.city_zip: it is dropped and made anew, and knows nothing until the next ANALYZE
DROP STATISTICS "city_zip";

-- DropObject
-- hazard: recreated: statistics object public.fewer: it is dropped and made anew, and knows nothing until the next ANALYZE
DROP STATISTICS "fewer";

-- DropObject
DROP STATISTICS "gone";

-- DropObject
DROP STATISTICS "with_column";

-- AlterTable
-- hazard: data-loss: column public.places.country: every value of the column is lost
-- hazard: fails-on-existing-rows: column public.places.zip: it fails where values are longer than 9 characters
-- hazard: table-rewrite: table public.places: every row of it is written anew
-- hazard: blocks-reads: table public.places: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "places" DROP COLUMN "country",
ADD COLUMN     "nation" TEXT,
ALTER COLUMN "zip" SET DATA TYPE VARCHAR(9);

-- DropTable
-- hazard: data-loss: table public.old: every row of the table is lost
DROP TABLE "old";

-- CreateObject
ALTER STATISTICS "aimed" SET STATISTICS 500;

-- CreateObject
CREATE STATISTICS "city_zip" ON "city", "zip" FROM "places";

-- CreateObject
CREATE STATISTICS "fewer" (mcv) ON "city", "street" FROM "places";

-- CreateObject
CREATE STATISTICS "lowered" ON "zip", (lower("city")) FROM "places";
