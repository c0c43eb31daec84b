-- AlterTable
ALTER TABLE "computed" ALTER COLUMN "code" SET DATA TYPE TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "another" (
    "id" INTEGER NOT NULL,
    "label" VARCHAR(20),
    "code" TEXT COLLATE "C",
    "tag" name,

    CONSTRAINT "another_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "another_code_idx" ON "another"("code");

-- CreateObject
CREATE STATISTICS "another_id_label_stat" ON "id", "label" FROM "another";

-- Comment
COMMENT ON COLUMN "of_pair"."low" IS NULL;

-- Comment
COMMENT ON COLUMN "of_view"."label" IS NULL;
