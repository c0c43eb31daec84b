-- DropForeignKey
ALTER TABLE "posts" DROP CONSTRAINT "posts_author";

-- AlterTable
ALTER TABLE "users" DROP CONSTRAINT "users_pkey",
ADD CONSTRAINT "users_id_key" UNIQUE ("id"),
ADD CONSTRAINT "users_pkey" PRIMARY KEY ("code");

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_author" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Comment
COMMENT ON CONSTRAINT "posts_author" ON "posts" IS 'who wrote it';
