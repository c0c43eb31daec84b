-- DropForeignKey
ALTER TABLE "posts" DROP CONSTRAINT "posts_author_fkey";

-- AlterTable
-- hazard: table-rewrite: table public.posts: every row of it is written anew
-- hazard: blocks-reads: table public.posts: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "posts" ALTER COLUMN "author" SET DATA TYPE BIGINT;

-- AlterTable
-- hazard: table-rewrite: table public.users: every row of it is written anew
-- hazard: blocks-reads: table public.users: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "users" ALTER COLUMN "id" SET DATA TYPE BIGINT;

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.posts.posts_author_fkey: it fails if (author) holds values that public.users lacks
-- hazard: blocks-writes: table public.posts: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.users: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_fkey" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
