-- CreateSequence
CREATE SEQUENCE others;

-- AlterTable
ALTER TABLE "drawn" ALTER COLUMN "id" SET DEFAULT nextval('"others"'::regclass);

-- AlterTable
ALTER TABLE "numbered" DROP COLUMN "id";
