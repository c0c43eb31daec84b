-- AlterTable
-- hazard: data-loss: column public.base.kind: every value of the column is lost
-- hazard: data-loss: column public.first.kind: every value of the column is lost
-- hazard: data-loss: column public.second.kind: every value of the column is lost
-- hazard: data-loss: column public.base.note: every value of the column is lost
ALTER TABLE "base" DROP COLUMN "kind";
ALTER TABLE ONLY "base" DROP COLUMN "note";

-- AlterTable
-- hazard: data-loss: column public.second.note: every value of the column is lost
ALTER TABLE "second" DROP COLUMN "note";
