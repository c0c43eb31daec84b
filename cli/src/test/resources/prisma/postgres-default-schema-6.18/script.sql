-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('jib', 'main');

-- CreateTable
CREATE TABLE "Sail" (
    "id" INTEGER NOT NULL,
    "kind" "Kind" NOT NULL DEFAULT 'jib',

    CONSTRAINT "Sail_pkey" PRIMARY KEY ("id")
);
