-- DropIndex
DROP INDEX "logs_id";

-- CreateIndex
-- hazard: fails-on-existing-rows: index public.logs.logs_id: it fails if (id, day) holds duplicates
-- hazard: blocks-writes: index public.logs.logs_id: the table takes no writes while the index is built
CREATE UNIQUE INDEX "logs_id" ON "logs"("id", "day");

-- AlterTable
ALTER TABLE "logs" REPLICA IDENTITY USING INDEX "logs_id",
CLUSTER ON "logs_id";

-- Comment
COMMENT ON INDEX "logs_id" IS 'by number';
