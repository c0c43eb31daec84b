-- RenameTable
-- hazard: breaks-clients: table public.bills_2024_us: programs that know it by this name do not find it
ALTER TABLE "lines" DROP CONSTRAINT "lines_bill_day_region_fkey";
ALTER TABLE "bills" DETACH PARTITION "bills_2023";
ALTER TABLE "bills_2024" DETACH PARTITION "bills_2024_eu";
ALTER TABLE "bills" RENAME CONSTRAINT "bills_pkey" TO "bills_pkey_old";
ALTER TABLE "bills" RENAME TO "bills_old";
ALTER TABLE "bills_2024" RENAME CONSTRAINT "bills_2024_pkey" TO "bills_2024_pkey_old";
ALTER TABLE "bills_2024" RENAME TO "bills_2024_old";
ALTER TABLE "bills_2024_us" RENAME TO "bills_2024_us_old";

-- CreateTable
CREATE TABLE "bills" (
    "id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "bills_pkey" PRIMARY KEY ("id","day","region")
) PARTITION BY LIST ("region");

-- CreateTable
CREATE TABLE "bills_2024" (
    "id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "bills_2024_pkey" PRIMARY KEY ("id","day","region")
);

-- CreateTable
CREATE TABLE "bills_rest" (
    "id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "bills_rest_pkey" PRIMARY KEY ("id","day","region")
);

-- AlterTable
ALTER TABLE "bills" ATTACH PARTITION "bills_2024" FOR VALUES IN ('us');

-- AlterTable
ALTER TABLE "bills" ATTACH PARTITION "bills_rest" DEFAULT;

-- MoveRows
-- hazard: fails-on-existing-rows: table public.bills: it fails where no partition takes a row
-- hazard: table-rewrite: table public.bills: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.bills: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.bills: what was granted on the old one goes with it, and must be granted again
INSERT INTO "bills" ("id", "day", "region") SELECT "id", "day", "region" FROM "bills_old";

-- DropTable
DROP TABLE "bills_2024_us_old";

-- DropTable
DROP TABLE "bills_2024_old";

-- DropTable
DROP TABLE "bills_old";

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.lines.lines_bill_day_region_fkey: it fails if (bill, day, region) holds values that public.bills lacks
-- hazard: blocks-writes: table public.lines: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "lines" ADD CONSTRAINT "lines_bill_day_region_fkey" FOREIGN KEY ("bill", "day", "region") REFERENCES "bills"("id", "day", "region") ON DELETE NO ACTION ON UPDATE NO ACTION;
