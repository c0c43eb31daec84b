-- CreateSequence
CREATE SEQUENCE others;

-- AlterTable
ALTER TABLE "drawn" ALTER COLUMN "id" SET DEFAULT nextval('"others"'::regclass);

-- AlterTable
-- hazard: data-loss: column public.numbered.id: every value of the column is lost
ALTER TABLE "numbered" DROP COLUMN "id";
