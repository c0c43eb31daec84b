-- AlterEnum
-- transaction: 1
ALTER TYPE "mood" ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE "mood" ADD VALUE 'ok' AFTER 'sad';
ALTER TYPE "mood" ADD VALUE 'glad';

-- AlterTable
-- transaction: 2
ALTER TABLE "people" ALTER COLUMN "now" SET DEFAULT 'ok';
