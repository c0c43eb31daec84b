-- AlterTable
-- hazard: data-loss: column public.Member.alias: every value of the column is lost
-- hazard: fails-on-existing-rows: column public.Member.score: it is NOT NULL and has no default, so it cannot be added to a table with rows
-- hazard: table-rewrite: table public.Member: every row of it is written anew
-- hazard: blocks-reads: table public.Member: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "Member" DROP COLUMN "alias",
ADD COLUMN     "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "score" INTEGER NOT NULL,
ALTER COLUMN "age" DROP NOT NULL,
ALTER COLUMN "age" SET DATA TYPE TEXT;

-- CreateTable
CREATE TABLE "Badge" (
    "id" SERIAL NOT NULL,
    "label" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,

    CONSTRAINT "Badge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Badge_label_key" ON "Badge"("label");

-- AddForeignKey
ALTER TABLE "Badge" ADD CONSTRAINT "Badge_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
