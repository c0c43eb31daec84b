-- AlterTable
ALTER TABLE "Line" ADD COLUMN     "note" TEXT NOT NULL DEFAULT upper('none'::text);

-- CreateTable
CREATE TABLE "Box" (
    "id" INTEGER NOT NULL,
    "wide" INTEGER NOT NULL,
    "area" INTEGER GENERATED ALWAYS AS ((wide * wide)) STORED,

    CONSTRAINT "Box_pkey" PRIMARY KEY ("id")
);
