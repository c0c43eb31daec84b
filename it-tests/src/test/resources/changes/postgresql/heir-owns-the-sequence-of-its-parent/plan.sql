-- AlterTable
ALTER TABLE "tickets" ALTER COLUMN "number" DROP DEFAULT;

-- AlterTable
-- hazard: data-loss: column public.passes.kind: every value of the column is lost
-- hazard: data-loss: column public.tickets.kind: every value of the column is lost
ALTER TABLE "tickets" DROP COLUMN "kind";

-- DropTable
-- hazard: data-loss: table public.passes: every row of the table is lost
DROP TABLE "passes";
