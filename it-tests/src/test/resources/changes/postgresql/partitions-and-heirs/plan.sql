-- AlterTable
ALTER TABLE "heir" NO INHERIT "base";

-- AlterTable
ALTER TABLE "logs" ADD COLUMN     "kind" TEXT;

-- AlterTable
ALTER TABLE "logs_new" ADD COLUMN     "kind" TEXT;

-- AlterTable
ALTER TABLE "stranger" INHERIT "base";

-- CreateTable
CREATE TABLE "logs_last" (
    "id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT
);

-- CreateIndex
CREATE INDEX "logs_kind" ON ONLY "logs"("kind");

-- CreateIndex
CREATE INDEX "logs_last_kind_idx" ON "logs_last"("kind");

-- CreateIndex
-- hazard: blocks-writes: table public.logs_new: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "logs_new_kind_idx" ON "logs_new"("kind");

-- CreateIndex
-- hazard: blocks-writes: table public.logs_old: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "logs_old_kind_idx" ON "logs_old"("kind");
ALTER INDEX "logs_kind" ATTACH PARTITION "logs_old_kind_idx";

-- AlterTable
-- hazard: fails-on-existing-rows: table public.logs_last: it fails if a row is not within the partition's bounds
ALTER TABLE "logs" ATTACH PARTITION "logs_last" FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');

-- AlterTable
-- hazard: fails-on-existing-rows: table public.logs_new: it fails if a row is not within the partition's bounds
-- hazard: blocks-reads: table public.logs_new: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "logs" ATTACH PARTITION "logs_new" FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
