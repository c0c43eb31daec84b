-- AlterTable
ALTER TABLE "things" ALTER COLUMN "id" DROP NOT NULL;

-- AlterTable
-- hazard: fails-on-existing-rows: column public.tools.id: it fails if the column holds a NULL
-- hazard: blocks-reads: table public.hammers: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
-- hazard: blocks-reads: table public.tools: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "tools" ALTER COLUMN "id" SET NOT NULL;
