-- RenameIndex
ALTER INDEX "daily_day" RENAME TO "daily_when";

-- AlterTable
ALTER TABLE "daily" ALTER COLUMN "page" SET STORAGE MAIN,
ALTER COLUMN "day" SET STATISTICS 20,
ALTER COLUMN "remark" SET (n_distinct = '7');

-- CreateObject
CREATE MATERIALIZED VIEW "fresh" ("day", "note") AS SELECT "visits"."day" AS "day", "visits"."note" AS "note" FROM "visits";

-- AlterTable
ALTER TABLE "fresh" ALTER COLUMN "note" SET STATISTICS 0;

-- AlterTable
ALTER TABLE "daily" CLUSTER ON "daily_when";

-- CreateIndex
CREATE INDEX "fresh_day" ON "fresh"("day");

-- AlterTable
ALTER TABLE "fresh" CLUSTER ON "fresh_day";
