-- AlterTable
ALTER TABLE "User" ADD COLUMN     "email" TEXT;

-- CreateTable
CREATE TABLE "Post" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
-- hazard: fails-on-existing-rows: index public.User.User_name_key: it fails if (name) holds duplicates
-- hazard: blocks-writes: table public.User: nobody writes to it while its rows are read (SHARE)
CREATE UNIQUE INDEX "User_name_key" ON "User"("name");
