-- DropObject
-- hazard: recreated: view public.large: it is dropped and made anew
-- hazard: privileges-lost: view public.large: what was granted on it goes with it, and must be granted again
DROP VIEW "large";

-- DropIndex
DROP INDEX "boxes_area";

-- AlterTable
-- hazard: table-rewrite: table public.boxes: every row of it is written anew
-- hazard: blocks-reads: table public.boxes: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "boxes" DROP COLUMN "area",
ADD COLUMN     "area" BIGINT GENERATED ALWAYS AS ("w" * "h" * 2) STORED,
ALTER COLUMN "w" SET DATA TYPE BIGINT;

-- CreateIndex
-- hazard: blocks-writes: table public.boxes: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "boxes_area" ON "boxes"("area");

-- CreateObject
CREATE VIEW "large" ("id") AS SELECT "boxes"."id" AS "id" FROM "boxes" WHERE "boxes"."area" > 10;

-- Comment
COMMENT ON COLUMN "boxes"."area" IS 'in square metres';
