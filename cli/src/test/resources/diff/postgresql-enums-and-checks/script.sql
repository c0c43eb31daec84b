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
-- hazard: fails-on-existing-rows: column public.child.size: it fails if the column holds a NULL
-- hazard: fails-on-existing-rows: constraint public.child.size_limit: it fails if a row violates the condition
-- hazard: blocks-reads: table public.child: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "child" RENAME CONSTRAINT "child_parent_id_fkey" TO "child_of";
ALTER TABLE "child" DROP CONSTRAINT "child_size_check",
ALTER COLUMN "size" SET NOT NULL,
ALTER COLUMN "size" SET DEFAULT 1,
ADD CONSTRAINT "size_limit" CHECK ("size" < 100);

-- DropTable
-- hazard: data-loss: table public.gone: every row of the table is lost
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
-- hazard: blocks-writes: table public.child: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "child_mood_size" ON "child"("mood", "size" DESC);
