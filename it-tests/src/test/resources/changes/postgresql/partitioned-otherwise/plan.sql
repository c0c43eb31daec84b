-- RenameTable
-- hazard: breaks-clients: table public.logs_old: programs that know it by this name do not find it
ALTER TABLE "logs" RENAME CONSTRAINT "logs_pkey" TO "logs_pkey_old";
ALTER INDEX "logs_size" RENAME TO "logs_size_old";
ALTER TABLE "logs" RENAME TO "logs_old1";
ALTER TABLE "logs_new" RENAME CONSTRAINT "logs_new_pkey" TO "logs_new_pkey_old";
ALTER INDEX "logs_new_size_idx" RENAME TO "logs_new_size_idx_old";
ALTER TABLE "logs_new" RENAME TO "logs_new_old";
ALTER TABLE "logs_old" RENAME TO "logs_old_old";

-- CreateTable
CREATE TABLE "logs" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "size" INTEGER,
    "twice" INTEGER GENERATED ALWAYS AS ("size" * 2) STORED,
    "author" TEXT DEFAULT 'nobody',

    CONSTRAINT "logs_pkey" PRIMARY KEY ("id","day","region")
) PARTITION BY LIST ("region");

-- CreateTable
CREATE TABLE "logs_new" (
    "id" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "size" INTEGER,
    "twice" INTEGER GENERATED ALWAYS AS ("size" * 2) STORED,
    "author" TEXT DEFAULT 'nobody',

    CONSTRAINT "logs_new_pkey" PRIMARY KEY ("id","day","region")
);

-- CreateTable
CREATE TABLE "logs_rest" (
    "id" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "size" INTEGER,
    "twice" INTEGER GENERATED ALWAYS AS ("size" * 2) STORED,
    "author" TEXT DEFAULT 'nobody',

    CONSTRAINT "logs_rest_pkey" PRIMARY KEY ("id","day","region")
) PARTITION BY RANGE ("day");

-- CreateTable
CREATE TABLE "logs_rest_all" (
    "id" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "size" INTEGER,
    "twice" INTEGER GENERATED ALWAYS AS ("size" * 2) STORED,
    "author" TEXT DEFAULT 'nobody',

    CONSTRAINT "logs_rest_all_pkey" PRIMARY KEY ("id","day","region")
);

-- CreateIndex
CREATE INDEX "logs_size" ON "logs"("size");

-- CreateIndex
CREATE INDEX "logs_new_size_idx" ON "logs_new"("size");

-- CreateIndex
CREATE INDEX "logs_rest_size_idx" ON "logs_rest"("size");

-- CreateIndex
CREATE INDEX "logs_rest_all_size_idx" ON "logs_rest_all"("size");

-- AlterTable
ALTER TABLE "logs" ATTACH PARTITION "logs_new" FOR VALUES IN ('eu');

-- AlterTable
ALTER TABLE "logs" ATTACH PARTITION "logs_rest" DEFAULT;

-- AlterTable
ALTER TABLE "logs_rest" ATTACH PARTITION "logs_rest_all" DEFAULT;

-- MoveRows
-- hazard: fails-on-existing-rows: table public.logs: it fails where no partition takes a row
-- hazard: table-rewrite: table public.logs: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.logs: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.logs: what was granted on the old one goes with it, and must be granted again
INSERT INTO "logs" ("id", "day", "region", "size") OVERRIDING SYSTEM VALUE SELECT "id", "day", "region", "size" FROM "logs_old1";
SELECT setval(pg_get_serial_sequence('"logs"', 'id'), last) FROM pg_sequence_last_value(pg_get_serial_sequence('"logs_old1"', 'id')::regclass) AS last WHERE last IS NOT NULL;

-- DropTable
DROP TABLE "logs_new_old";

-- DropTable
DROP TABLE "logs_old_old";

-- DropTable
DROP TABLE "logs_old1";
