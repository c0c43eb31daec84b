-- AlterTable
-- hazard: data-loss: column public.tools.code: every value of the column is lost
ALTER TABLE "tools" DROP COLUMN "code";

-- AlterTable
ALTER TABLE "tools" ALTER COLUMN "maker" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "things" ADD COLUMN     "maker" TEXT,
ADD COLUMN     "code" TIMESTAMP;
