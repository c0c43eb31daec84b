-- CreateObject
CREATE COLLATION "plain" (LC_COLLATE = 'C', LC_CTYPE = 'C');

-- AlterTable
ALTER TABLE "places" CLUSTER ON "places_pkey";

-- Comment
COMMENT ON CAST (public.point3 AS text) IS 'for people';

-- Comment
COMMENT ON STATISTICS "near" IS NULL;

-- Comment
COMMENT ON COLLATION "plain" IS 'by bytes';

-- Comment
COMMENT ON FOREIGN DATA WRAPPER "files" IS 'files of the disk';

-- Comment
COMMENT ON SERVER "disk" IS 'the only one';
