-- RenameTable
ALTER INDEX "spans_closed" RENAME TO "spans_closed_old";
ALTER TABLE "spans" RENAME TO "spans_old";

-- CreateTable
CREATE TABLE "spans" (
    "k" INTEGER DEFAULT 1,
    "note" TEXT
) PARTITION BY LIST ("k");

-- CreateTable
CREATE TABLE "spans_rest" (
    "k" INTEGER DEFAULT 1,
    "note" TEXT
);

-- CreateIndex
CREATE INDEX "spans_closed" ON "spans"("note");

-- CreateIndex
CREATE INDEX "spans_rest_note_idx" ON "spans_rest"("note");

-- AlterTable
ALTER TABLE "spans" ATTACH PARTITION "spans_rest" DEFAULT;

-- MoveRows
-- hazard: data-loss: column public.spans.opened: every value of the column is lost
-- hazard: data-loss: column public.spans.closed: every value of the column is lost
-- hazard: fails-on-existing-rows: table public.spans: it fails where no partition takes a row
-- hazard: table-rewrite: table public.spans: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.spans: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.spans: what was granted on the old one goes with it, and must be granted again
INSERT INTO "spans" SELECT FROM "spans_old";

-- CreateObject
CREATE OR REPLACE VIEW "spans_seen" ("n") AS SELECT count(*) AS "n" FROM "spans";

-- DropTable
DROP TABLE "spans_old";
