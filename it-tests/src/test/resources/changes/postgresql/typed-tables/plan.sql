-- AlterTable
ALTER TABLE "becomes" OF "thing";

-- AlterTable
-- hazard: data-loss: column public.ceases.label: every value of the column is lost
-- hazard: table-rewrite: table public.ceases: every row of it is written anew
-- hazard: blocks-reads: table public.ceases: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "ceases" NOT OF;
ALTER TABLE "ceases" DROP COLUMN "label",
ADD COLUMN     "more" INTEGER,
ALTER COLUMN "id" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "changes" NOT OF;
ALTER TABLE "changes" ADD COLUMN     "more" INTEGER,
OF "other";

-- CreateTable
CREATE TABLE "comes" (
    "id" INTEGER NOT NULL,
    "label" TEXT DEFAULT 'none',

    CONSTRAINT "comes_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "comes" OF "thing";
