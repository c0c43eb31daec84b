-- AlterTable
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
