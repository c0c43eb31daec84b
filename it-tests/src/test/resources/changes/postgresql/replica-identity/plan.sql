-- DropIndex
DROP INDEX "logs_id";

-- CreateIndex
CREATE UNIQUE INDEX "logs_id" ON "logs"("id", "day");

-- AlterTable
ALTER TABLE "logs" REPLICA IDENTITY USING INDEX "logs_id",
CLUSTER ON "logs_id";

-- Comment
COMMENT ON INDEX "logs_id" IS 'by number';
