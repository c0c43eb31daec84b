-- DropForeignKey
ALTER TABLE "parts" DROP CONSTRAINT "whole";

-- AlterTable
-- hazard: data-loss: column public.parts.code: every value of the column is lost
-- hazard: data-loss: column public.things.code: every value of the column is lost
-- hazard: fails-on-existing-rows: column public.things.label: it is NOT NULL and has no default, so it cannot be added to a table with rows
-- hazard: blocks-reads: table public.parts: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
-- hazard: blocks-reads: table public.things: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
-- hazard: fails-on-existing-rows: constraint public.things.things_pkey: it fails if (label) holds duplicates or NULLs
ALTER TABLE "things" DROP CONSTRAINT "things_pkey",
DROP COLUMN "code",
ADD COLUMN     "label" BIGINT NOT NULL;
ALTER TABLE ONLY "things" ADD CONSTRAINT "things_pkey" PRIMARY KEY ("label");

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.parts.whole: it fails if (label) holds values that public.things lacks
-- hazard: blocks-writes: table public.parts: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.things: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "parts" ADD CONSTRAINT "whole" FOREIGN KEY ("label") REFERENCES "things"("label") ON DELETE NO ACTION ON UPDATE NO ACTION;
