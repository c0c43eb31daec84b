-- AlterEnum
-- transaction: 1
BEGIN;
ALTER TYPE "mood" ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE "mood" ADD VALUE 'ok' AFTER 'sad';
ALTER TYPE "mood" ADD VALUE 'glad';
COMMIT;

-- AlterTable
-- transaction: 2
BEGIN;
ALTER TABLE "people" ALTER COLUMN "now" SET DEFAULT 'ok';
COMMIT;
