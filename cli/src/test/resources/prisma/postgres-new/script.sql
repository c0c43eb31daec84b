-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateEnum
CREATE TYPE "Rank" AS ENUM ('LOW', 'top');

-- CreateTable
CREATE TABLE "members" (
    "id" SERIAL NOT NULL,
    "email" CITEXT NOT NULL,
    "rank" "Rank" NOT NULL DEFAULT 'top',
    "ranks" "Rank"[] DEFAULT ARRAY['LOW']::"Rank"[],
    "tags" TEXT[] DEFAULT ARRAY['a', 'it''s']::TEXT[],
    "joined" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "born" TIMESTAMP(3) NOT NULL DEFAULT '2001-02-03 04:05:06 +00:00',
    "score" DECIMAL(10,2) NOT NULL DEFAULT 1.50,
    "data" JSONB NOT NULL DEFAULT '{"a": 1}',
    "picture" BYTEA NOT NULL DEFAULT '\x68656c6c6f',
    "shape" circle,
    "token" UUID NOT NULL DEFAULT gen_random_uuid(),
    "changed" TIMESTAMP(3) NOT NULL,
    "bossId" INTEGER,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Club" (
    "code" VARCHAR(8) NOT NULL,

    CONSTRAINT "Club_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "memberId" INTEGER NOT NULL,
    "number" BIGINT NOT NULL,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("memberId","number")
);

-- CreateTable
CREATE TABLE "_ClubToMember" (
    "A" VARCHAR(8) NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_ClubToMember_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "members_email_key" ON "members"("email");

-- CreateIndex
CREATE INDEX "members_joined_score_idx" ON "members"("joined" DESC, "score");

-- CreateIndex
CREATE INDEX "members_data_idx" ON "members" USING GIN ("data" jsonb_path_ops);

-- CreateIndex
CREATE UNIQUE INDEX "one_per_score" ON "members"("score") WHERE ("bossId" IS NOT NULL AND "score" = 1);

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_memberId_key" ON "Ticket"("memberId");

-- CreateIndex
CREATE INDEX "_ClubToMember_B_index" ON "_ClubToMember"("B");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_bossId_fkey" FOREIGN KEY ("bossId") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ClubToMember" ADD CONSTRAINT "_ClubToMember_A_fkey" FOREIGN KEY ("A") REFERENCES "Club"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ClubToMember" ADD CONSTRAINT "_ClubToMember_B_fkey" FOREIGN KEY ("B") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
