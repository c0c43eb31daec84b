-- RenameTable
ALTER TABLE "visits" RENAME TO "visits_old";
ALTER TABLE "visits_one" RENAME TO "visits_one_old";

-- CreateTable
CREATE TABLE "visits" (
    "area" INTEGER NOT NULL,
    "note" TEXT
) PARTITION BY LIST ("area");

-- CreateTable
CREATE TABLE "visits_one" (
    "area" INTEGER NOT NULL,
    "note" TEXT
);

-- AlterTable
ALTER TABLE "visits" ATTACH PARTITION "visits_one" FOR VALUES IN (1);

-- MoveRows
-- hazard: data-loss: column public.visits.region: every value of the column is lost
-- hazard: fails-on-existing-rows: column public.visits.area: it fails if a row has no value for it
-- hazard: fails-on-existing-rows: table public.visits: it fails where no partition takes a row
-- hazard: table-rewrite: table public.visits: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.visits: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.visits: what was granted on the old one goes with it, and must be granted again
INSERT INTO "visits" ("note") SELECT "note" FROM "visits_old";

-- DropTable
DROP TABLE "visits_one_old";

-- DropTable
DROP TABLE "visits_old";

-- CreateObject
CREATE TRIGGER "moved" AFTER UPDATE OF "area" ON "visits" FOR EACH ROW EXECUTE FUNCTION "noted"();
