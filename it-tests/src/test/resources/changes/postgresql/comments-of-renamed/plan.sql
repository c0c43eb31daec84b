-- AlterTable
ALTER TABLE "users" RENAME CONSTRAINT "age_check" TO "users_age_check";
ALTER TABLE "users" RENAME CONSTRAINT "mail_key" TO "users_mail_key";

-- RenameIndex
ALTER INDEX "ages_age" RENAME TO "ages_by_age";

-- RenameIndex
ALTER INDEX "users_mail" RENAME TO "users_lower_mail";

-- Comment
COMMENT ON INDEX "ages_by_age" IS NULL;

-- Comment
COMMENT ON INDEX "users_lower_mail" IS NULL;

-- Comment
COMMENT ON CONSTRAINT "users_age_check" ON "users" IS NULL;

-- Comment
COMMENT ON CONSTRAINT "users_mail_key" ON "users" IS 'one for each';
