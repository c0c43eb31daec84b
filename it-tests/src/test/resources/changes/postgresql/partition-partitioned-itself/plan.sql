-- RenameTable
ALTER TABLE "seconds" DROP CONSTRAINT "seconds_day_region_fkey";
ALTER TABLE "calls" DETACH PARTITION "calls_past";
ALTER TABLE "calls_past" RENAME CONSTRAINT "calls_past_pkey" TO "calls_past_pkey_old";
ALTER TABLE "calls_past" RENAME TO "calls_past_old";

-- CreateTable
CREATE TABLE "calls_past" (
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "size" INTEGER,

    CONSTRAINT "calls_past_pkey" PRIMARY KEY ("day","region")
) PARTITION BY LIST ("region");

-- CreateTable
CREATE TABLE "calls_past_all" (
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "size" INTEGER,

    CONSTRAINT "calls_past_all_pkey" PRIMARY KEY ("day","region")
);

-- AlterTable
ALTER TABLE "calls_past" ATTACH PARTITION "calls_past_all" DEFAULT;

-- MoveRows
-- hazard: fails-on-existing-rows: table public.calls_past: it fails where no partition takes a row
-- hazard: table-rewrite: table public.calls_past: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.calls_past: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.calls_past: what was granted on the old one goes with it, and must be granted again
INSERT INTO "calls_past" ("day", "region", "size") SELECT "day", "region", "size" FROM "calls_past_old";

-- DropTable
DROP TABLE "calls_past_old";

-- AlterTable
-- hazard: fails-on-existing-rows: table public.calls_past: it fails if a row is not within the partition's bounds
ALTER TABLE "calls" ATTACH PARTITION "calls_past" FOR VALUES FROM (MINVALUE) TO ('2024-01-01');

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.seconds.seconds_day_region_fkey: it fails if (day, region) holds values that public.calls lacks
-- hazard: blocks-writes: table public.calls: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.seconds: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "seconds" ADD CONSTRAINT "seconds_day_region_fkey" FOREIGN KEY ("day", "region") REFERENCES "calls"("day", "region") ON DELETE NO ACTION ON UPDATE NO ACTION;
