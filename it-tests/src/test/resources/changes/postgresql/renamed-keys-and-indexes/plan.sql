-- AlterTable
ALTER TABLE "posts" RENAME CONSTRAINT "author_key" TO "posts_author_fkey";

-- AlterTable
ALTER TABLE "users" RENAME CONSTRAINT "age_check" TO "users_age_check";
ALTER TABLE "users" RENAME CONSTRAINT "mail_key" TO "users_mail_key";
ALTER TABLE "users" RENAME CONSTRAINT "users_key" TO "users_pkey";

-- RenameIndex
ALTER INDEX "users_mail" RENAME TO "users_lower_mail";

-- Comment
COMMENT ON CONSTRAINT "posts_author_fkey" ON "posts" IS 'who wrote it';
