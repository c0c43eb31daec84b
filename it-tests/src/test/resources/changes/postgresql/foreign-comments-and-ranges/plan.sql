-- Comment
COMMENT ON FOREIGN TABLE "title" IS 'of another library';

-- Comment
COMMENT ON COLUMN "title"."id" IS 'a number';

-- Comment
COMMENT ON COLUMN "title"."words" IS NULL;
