-- AlterTable
ALTER TABLE "things" DROP COLUMN "code",
ADD COLUMN     "code" BIGINT,
ADD CONSTRAINT "coded" NOT NULL "code" NOT VALID;
