-- AlterTable
-- hazard: fails-on-existing-rows: column public.being.id: it is NOT NULL and has no default, so it cannot be added to a table with rows
-- hazard: blocks-reads: table public.being: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
-- hazard: blocks-reads: table public.person: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "being" ADD COLUMN     "id" INTEGER NOT NULL;
ALTER TABLE ONLY "being" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;
