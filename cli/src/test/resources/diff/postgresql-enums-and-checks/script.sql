-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "audit";

-- CreateSequence
CREATE SEQUENCE ticket;

-- AlterEnum
ALTER TYPE "Mood" ADD VALUE 'FINE';

-- DropForeignKey
ALTER TABLE "gone" DROP CONSTRAINT "gone_parent_id_fkey";

-- DropIndex
DROP INDEX "child_size";

-- AlterTable
ALTER TABLE "child" RENAME CONSTRAINT "child_parent_id_fkey" TO "child_of";
ALTER TABLE "child" DROP CONSTRAINT "child_size_check",
ALTER COLUMN "size" SET NOT NULL,
ALTER COLUMN "size" SET DEFAULT 1,
ADD CONSTRAINT "size_limit" CHECK ("size" < 100);

-- DropTable
DROP TABLE "gone";

-- DropEnum
DROP TYPE "Old";

-- CreateTable
CREATE TABLE "audit"."log" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "line" TEXT NOT NULL,

    CONSTRAINT "log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "child_mood_size" ON "child"("mood", "size" DESC);
