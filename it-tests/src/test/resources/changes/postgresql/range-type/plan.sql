-- AlterEnum
ALTER TABLE "leases" ALTER COLUMN "during" TYPE TEXT USING ("during"::text);
DROP TYPE "span";
CREATE TYPE "span" AS RANGE (SUBTYPE = BIGINT);
ALTER TABLE "leases" ALTER COLUMN "during" TYPE "span" USING ("during"::text::"span");
