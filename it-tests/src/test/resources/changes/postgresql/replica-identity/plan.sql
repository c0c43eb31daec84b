-- DropIndex
DROP INDEX "logs_id";

-- CreateIndex
-- hazard: fails-on-existing-rows: index public.logs.logs_id: it fails if (id, day) holds duplicates
-- hazard: blocks-writes: table public.logs: nobody writes to it while its rows are read (SHARE)
CREATE UNIQUE INDEX "logs_id" ON "logs"("id", "day");

-- AlterTable
ALTER TABLE "logs" REPLICA IDENTITY USING INDEX "logs_id",
CLUSTER ON "logs_id";

-- Comment
COMMENT ON INDEX "logs_id" IS 'by number';
