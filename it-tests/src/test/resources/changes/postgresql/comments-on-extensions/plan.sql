-- CreateObject
CREATE EXTENSION "fuzzystrmatch";

-- Comment
COMMENT ON EXTENSION "citext" IS 'names of people';

-- Comment
COMMENT ON EXTENSION "fuzzystrmatch" IS 'for names';

-- Comment
COMMENT ON EXTENSION "hstore" IS NULL;

-- Comment
COMMENT ON EXTENSION "pg_trgm" IS 'for finding';
