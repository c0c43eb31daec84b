-- AlterTable
ALTER TABLE ONLY "logs" ADD CONSTRAINT "logs_pkey" PRIMARY KEY ("id", "day");

-- AlterTable
-- hazard: fails-on-existing-rows: constraint parts.logs_1.logs_1_pkey: it fails if (id, day) holds duplicates or NULLs
-- hazard: blocks-reads: table parts.logs_1: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "parts"."logs_1" ADD CONSTRAINT "logs_1_pkey" PRIMARY KEY ("id", "day");
ALTER INDEX "logs_pkey" ATTACH PARTITION "parts"."logs_1_pkey";

-- CreateTable
CREATE TABLE "parts"."logs_2" (
    "id" INTEGER NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "logs_2_pkey" PRIMARY KEY ("id","day")
);

-- CreateIndex
CREATE INDEX "logs_2_day_idx" ON "parts"."logs_2"("day" DESC);

-- CreateIndex
CREATE INDEX "logs_day" ON ONLY "logs"("day" DESC);

-- CreateIndex
-- hazard: blocks-writes: table parts.logs_1: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "logs_1_day_idx" ON "parts"."logs_1"("day" DESC);
ALTER INDEX "logs_day" ATTACH PARTITION "parts"."logs_1_day_idx";

-- AlterTable
-- hazard: fails-on-existing-rows: table parts.logs_2: it fails if a row is not within the partition's bounds
ALTER TABLE "logs" ATTACH PARTITION "parts"."logs_2" FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
