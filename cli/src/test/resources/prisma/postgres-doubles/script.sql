-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "mail" TEXT NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Member_mail_key" ON "Member"("mail");

-- CreateIndex
CREATE UNIQUE INDEX "twin" ON "Member"("mail");
