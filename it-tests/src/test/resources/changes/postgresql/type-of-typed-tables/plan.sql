-- AlterTable
ALTER TABLE "goes" NOT OF;

-- AlterTable
ALTER TABLE "leaves" NOT OF;

-- AlterTable
ALTER TABLE "shapes" NOT OF;

-- AlterTable
ALTER TABLE "things" NOT OF;

-- AlterEnum
-- hazard: fails-on-existing-rows: column public.shapes.kind: it fails where values are no label of public.state
-- hazard: table-rewrite: table public.shapes: every row of it is written anew
-- hazard: blocks-reads: table public.shapes: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
-- hazard: fails-on-existing-rows: column public.boxes.inside: it fails where its USING is refused for values that are there
-- hazard: table-rewrite: table public.boxes: every row of it is written anew
-- hazard: blocks-reads: table public.boxes: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TYPE "state" RENAME TO "state_old";
ALTER TYPE "shape" RENAME TO "shape_old";
ALTER TYPE "thing" RENAME TO "thing_old";
CREATE TYPE "state" AS ENUM ('new');
CREATE TYPE "shape" AS ("kind" "state", "edges" INTEGER);
CREATE TYPE "thing" AS ("id" BIGINT, "size" INTEGER, "note" TEXT);
ALTER TABLE "shapes" ALTER COLUMN "kind" TYPE "state" USING ("kind"::text::"state");
ALTER TABLE "boxes" ALTER COLUMN "inside" TYPE "thing" USING (CASE WHEN "inside" IS NOT DISTINCT FROM NULL THEN NULL ELSE (("inside")."id"::text::bigint, ("inside")."size", NULL)::"thing" END);
DROP TYPE "thing_old";
DROP TYPE "shape_old";
DROP TYPE "state_old";

-- AlterTable
-- hazard: data-loss: column public.leaves.size: every value of the column is lost
ALTER TABLE "leaves" DROP COLUMN "size";

-- AlterTable
ALTER TABLE "shapes" OF "shape";

-- AlterTable
-- hazard: data-loss: column public.things.label: every value of the column is lost
-- hazard: table-rewrite: table public.things: every row of it is written anew
-- hazard: blocks-reads: table public.things: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "things" DROP COLUMN "label",
ADD COLUMN     "note" TEXT DEFAULT 'none',
ALTER COLUMN "id" SET DATA TYPE BIGINT,
OF "thing";

-- DropTable
-- hazard: data-loss: table public.goes: every row of the table is lost
DROP TABLE "goes";

-- CreateTable
CREATE TABLE "comes" (
    "id" BIGINT,
    "size" INTEGER,
    "note" TEXT
);
ALTER TABLE "comes" OF "thing";
