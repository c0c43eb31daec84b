-- AlterTable
ALTER TABLE ONLY "things" ALTER COLUMN "id" DROP DEFAULT;

-- AlterTable
ALTER TABLE "parts" ALTER COLUMN "id" DROP DEFAULT;

-- AlterTable
-- hazard: data-loss: column public.parts.code: every value of the column is lost
-- hazard: data-loss: column public.things.code: every value of the column is lost
ALTER TABLE "things" DROP COLUMN "code";
