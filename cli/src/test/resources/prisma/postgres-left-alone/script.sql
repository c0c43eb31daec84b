-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "email" TEXT;

-- CreateIndex
CREATE INDEX "Member_age_idx" ON "Member"("age");
