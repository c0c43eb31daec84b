-- DropObject
DROP VIEW "large";

-- DropIndex
DROP INDEX "boxes_area";

-- AlterTable
ALTER TABLE "boxes" DROP COLUMN "area",
ADD COLUMN     "area" BIGINT GENERATED ALWAYS AS ("w" * "h" * 2) STORED,
ALTER COLUMN "w" SET DATA TYPE BIGINT;

-- CreateIndex
CREATE INDEX "boxes_area" ON "boxes"("area");

-- CreateObject
CREATE VIEW "large" ("id") AS SELECT "boxes"."id" AS "id" FROM "boxes" WHERE "boxes"."area" > 10;

-- Comment
COMMENT ON COLUMN "boxes"."area" IS 'in square metres';
