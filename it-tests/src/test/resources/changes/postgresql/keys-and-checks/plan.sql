-- DropForeignKey
ALTER TABLE "t" DROP CONSTRAINT "t_p";

-- AlterTable
-- hazard: fails-on-existing-rows: column public.t.id: it fails if the column holds a NULL
-- hazard: fails-on-existing-rows: constraint public.t.apart: it fails if two rows exclude each other
-- hazard: fails-on-existing-rows: constraint public.t.positive: it fails if a row violates the condition
-- hazard: fails-on-existing-rows: constraint public.t.t_b: it fails if (b) holds duplicates
-- hazard: fails-on-existing-rows: constraint public.t.t_id: it fails if (id) holds duplicates or NULLs
-- hazard: fails-on-existing-rows: constraint public.t.later: it fails if a row violates the condition
-- hazard: blocks-reads: table public.t: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "t" DROP CONSTRAINT "positive",
DROP CONSTRAINT "t_b",
ALTER COLUMN "id" SET NOT NULL,
ADD CONSTRAINT "apart" EXCLUDE USING gist ("r" WITH &&),
ADD CONSTRAINT "positive" CHECK ("a" > 1),
ADD CONSTRAINT "t_b" UNIQUE ("b") DEFERRABLE INITIALLY DEFERRED,
ADD CONSTRAINT "t_id" PRIMARY KEY ("id"),
VALIDATE CONSTRAINT "later";

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.t.t_p: it fails if (p) holds values that public.p lacks
-- hazard: blocks-writes: table public.p: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.t: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "t" ADD CONSTRAINT "t_p" FOREIGN KEY ("p") REFERENCES "p"("id") ON DELETE SET NULL ON UPDATE NO ACTION DEFERRABLE;
