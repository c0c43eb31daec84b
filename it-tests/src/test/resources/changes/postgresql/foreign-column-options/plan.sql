-- CreateObject
CREATE FOREIGN TABLE "more_notes" (
    "text" TEXT
) SERVER "disk";
ALTER TABLE "more_notes" ALTER COLUMN "text" SET STATISTICS 50;

-- CreateObject
ALTER FOREIGN TABLE "notes" OPTIONS (ADD head '1');
ALTER FOREIGN TABLE "notes" ALTER COLUMN "id" OPTIONS (DROP place);
ALTER FOREIGN TABLE "notes" ALTER COLUMN "text" OPTIONS (SET place '3', ADD quote '!', DROP "trim");
