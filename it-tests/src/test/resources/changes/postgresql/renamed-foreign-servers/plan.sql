-- RenameObject
ALTER FOREIGN DATA WRAPPER "other" RENAME TO "elsewhere";

-- RenameObject
ALTER SERVER "far" RENAME TO "archive";

-- RenameObject
-- hazard: breaks-clients: foreign table public.rows_there: programs that know it by this name do not find it
ALTER FOREIGN TABLE "rows_there" RENAME TO "archived";
