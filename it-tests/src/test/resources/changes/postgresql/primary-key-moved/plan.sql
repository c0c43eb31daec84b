-- DropForeignKey
ALTER TABLE "posts" DROP CONSTRAINT "posts_author";

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.users.users_id_key: it fails if (id) holds duplicates
-- hazard: fails-on-existing-rows: constraint public.users.users_pkey: it fails if (code) holds duplicates or NULLs
-- hazard: blocks-reads: table public.users: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "users" DROP CONSTRAINT "users_pkey",
ADD CONSTRAINT "users_id_key" UNIQUE ("id"),
ADD CONSTRAINT "users_pkey" PRIMARY KEY ("code");

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.posts.posts_author: it fails if (author) holds values that public.users lacks
-- hazard: blocks-writes: table public.posts: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.users: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "posts" ADD CONSTRAINT "posts_author" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Comment
COMMENT ON CONSTRAINT "posts_author" ON "posts" IS 'who wrote it';
