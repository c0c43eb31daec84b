-- CreateTable
CREATE TABLE "Member" (
    "id" SERIAL NOT NULL,
    "alias" TEXT NOT NULL,
    "age" INTEGER NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);
