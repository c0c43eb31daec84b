-- DropObject
-- hazard: recreated: foreign table public.notes: it is dropped and made anew
-- hazard: privileges-lost: foreign table public.notes: what was granted on it goes with it, and must be granted again
DROP FOREIGN TABLE "notes";

-- CreateObject
CREATE FOREIGN TABLE "more_notes" (
    "text" TEXT
) SERVER "disk";
ALTER TABLE "more_notes" ALTER COLUMN "text" SET STATISTICS 50;

-- CreateObject
CREATE FOREIGN TABLE "notes" (
    "id" INTEGER,
    "text" TEXT OPTIONS (place '3', quote '!')
) SERVER "disk" OPTIONS (file 'notes', head '1');
ALTER TABLE "notes" ALTER COLUMN "text" SET STORAGE EXTERNAL;
