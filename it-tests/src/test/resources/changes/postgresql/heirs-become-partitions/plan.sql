-- RenameTable
-- hazard: breaks-clients: table public.readings_odd: programs that know it by this name do not find it
ALTER TABLE "readings" NO INHERIT "bases";
ALTER TABLE "readings_2023" NO INHERIT "readings";
ALTER TABLE "readings_2024" NO INHERIT "readings";
ALTER TABLE "readings" RENAME TO "readings_old";
ALTER TABLE "readings_odd" RENAME TO "readings_odd_old";

-- CreateTable
CREATE TABLE "readings" (
    "seen" TIMESTAMP,
    "day" DATE NOT NULL,
    "value" INTEGER,

    CONSTRAINT "readings_value_check" CHECK ("value" > 0)
) PARTITION BY RANGE ("day");

-- AlterTable
ALTER TABLE "readings_2023" DROP CONSTRAINT "readings_2023_day_check";

-- AlterTable
ALTER TABLE "readings_2024" DROP CONSTRAINT "readings_2024_day_check";

-- AlterTable
-- hazard: blocks-reads: table public.readings_2023: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "readings" ATTACH PARTITION "readings_2023" FOR VALUES FROM (MINVALUE) TO ('2024-01-01');

-- AlterTable
-- hazard: blocks-reads: table public.readings_2024: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "readings" ATTACH PARTITION "readings_2024" FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);

-- MoveRows
-- hazard: data-loss: column public.readings_odd_old.reason: every value of the column is lost
-- hazard: fails-on-existing-rows: table public.readings: it fails where no partition takes a row
-- hazard: table-rewrite: table public.readings: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.readings: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.readings: what was granted on the old one goes with it, and must be granted again
INSERT INTO "readings" ("seen", "day", "value") SELECT "seen", "day", "value" FROM "readings_old";

-- DropTable
DROP TABLE "readings_odd_old";

-- DropTable
DROP TABLE "readings_old";
