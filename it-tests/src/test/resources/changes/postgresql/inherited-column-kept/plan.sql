-- AlterTable
ALTER TABLE "base" DROP COLUMN "kind";
ALTER TABLE ONLY "base" DROP COLUMN "note";

-- AlterTable
ALTER TABLE "second" DROP COLUMN "note";
