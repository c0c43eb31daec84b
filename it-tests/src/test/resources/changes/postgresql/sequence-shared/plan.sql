-- CreateSequence
CREATE SEQUENCE others;

-- AlterTable
ALTER TABLE "drawn" ALTER COLUMN "id" SET DEFAULT nextval('"others"'::regclass);
SELECT setval('"others"', max("id")) FROM "drawn" HAVING max("id") >= (SELECT last_value FROM "others");

-- AlterTable
-- hazard: data-loss: column public.numbered.id: every value of the column is lost
ALTER TABLE "numbered" DROP COLUMN "id";
