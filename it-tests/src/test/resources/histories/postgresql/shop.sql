-- A Prisma project as Prisma writes its migrations.
-- migration 01_init
CREATE TABLE "User" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);
-- migration 02_unique
ALTER TABLE "User" ADD COLUMN     "email" TEXT;
CREATE TABLE "Post" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "User_name_key" ON "User"("name");
-- migration 03_author
ALTER TABLE "Post" ADD COLUMN     "authorId" INTEGER NOT NULL;
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- migration 04_role
CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
ALTER TABLE "User" ADD COLUMN     "role" "Role" NOT NULL DEFAULT 'USER';
-- migration 05_timestamps
ALTER TABLE "Post" ADD COLUMN     "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updatedAt" TIMESTAMP(3) NOT NULL;
-- migration 06_more_roles
ALTER TYPE "Role" ADD VALUE 'EDITOR';
-- migration 07_published
ALTER TABLE "Post" ADD COLUMN     "published" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Post_published_createdAt_idx" ON "Post"("published", "createdAt" DESC);
-- migration 08_optional_title
ALTER TABLE "Post" ALTER COLUMN "title" DROP NOT NULL;
-- migration 09_longer
ALTER TABLE "Post" ALTER COLUMN "title" SET DATA TYPE VARCHAR(200);
-- migration 10_tags
CREATE TABLE "Tag" (
    "id" BIGSERIAL NOT NULL,
    "label" VARCHAR(40) NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "_PostToTag" (
    "A" INTEGER NOT NULL,
    "B" BIGINT NOT NULL,

    CONSTRAINT "_PostToTag_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE INDEX "_PostToTag_B_index" ON "_PostToTag"("B");
ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_A_fkey" FOREIGN KEY ("A") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_B_fkey" FOREIGN KEY ("B") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- migration 11_tag_unique
CREATE UNIQUE INDEX "Tag_label_key" ON "Tag"("label");
-- migration 12_json
ALTER TABLE "Post" ADD COLUMN     "meta" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[];
-- migration 13_price
ALTER TABLE "Post" ADD COLUMN     "price" DECIMAL(65,30) NOT NULL DEFAULT 0.5;
-- migration 14_rename
ALTER TABLE "Post" RENAME COLUMN "meta" TO "metadata";
-- migration 15_drop_published
DROP INDEX "Post_published_createdAt_idx";
ALTER TABLE "Post" DROP COLUMN "published";
-- migration 16_optional_author
ALTER TABLE "Post" DROP CONSTRAINT "Post_authorId_fkey";
ALTER TABLE "Post" ALTER COLUMN "authorId" DROP NOT NULL;
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- migration 17_profile
CREATE TABLE "Profile" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "bio" TEXT,
    "userId" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL DEFAULT 1.5,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Profile_userId_key" ON "Profile"("userId");
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- migration 18_enum_swap
BEGIN;
CREATE TYPE "Role_new" AS ENUM ('USER', 'EDITOR', 'OWNER');
ALTER TABLE "User" ALTER COLUMN "role" DROP DEFAULT;
ALTER TABLE "User" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
ALTER TYPE "Role" RENAME TO "Role_old";
ALTER TYPE "Role_new" RENAME TO "Role";
DROP TYPE "Role_old";
ALTER TABLE "User" ALTER COLUMN "role" SET DEFAULT 'USER';
COMMIT;
-- migration 19_drop_tags
ALTER TABLE "_PostToTag" DROP CONSTRAINT "_PostToTag_A_fkey";
ALTER TABLE "_PostToTag" DROP CONSTRAINT "_PostToTag_B_fkey";
DROP TABLE "Tag";
DROP TABLE "_PostToTag";
-- migration 20_bigint
ALTER TABLE "Profile" DROP CONSTRAINT "Profile_userId_fkey";
ALTER TABLE "Profile" ALTER COLUMN "userId" SET DATA TYPE BIGINT;
ALTER TABLE "Profile" ALTER COLUMN "score" SET DEFAULT 2;
-- migration 21_default_dropped
ALTER TABLE "Post" ALTER COLUMN "price" DROP DEFAULT;
-- migration 22_index_renamed
ALTER INDEX "User_name_key" RENAME TO "User_handle_key";
