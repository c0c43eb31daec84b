-- DropIndex
DROP INDEX "daily_day";

-- DropIndex
DROP INDEX "daily_page";

-- RenameIndex
ALTER INDEX "daily_hits" RENAME TO "daily_most";

-- CreateObject
ALTER MATERIALIZED VIEW "daily" RESET (fillfactor);
ALTER MATERIALIZED VIEW "daily" SET (autovacuum_enabled = 'false');

-- CreateIndex
CREATE INDEX "daily_both" ON "daily"("day", "hits");

-- CreateIndex
CREATE INDEX "daily_day" ON "daily"("day" DESC);

-- Comment
COMMENT ON INDEX "daily_day" IS 'for reports';
