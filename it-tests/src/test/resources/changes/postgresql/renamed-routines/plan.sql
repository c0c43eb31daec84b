-- RenameObject
-- hazard: untracked-dependencies: routine public.twice(integer): the body of routine public.total_of(integer) mentions it, and nobody follows what code does
-- hazard: breaks-clients: routine public.twice(integer): programs that know it by this name do not find it
ALTER ROUTINE "twice"(integer) RENAME TO "doubled_value";

-- RenameObject
-- hazard: untracked-dependencies: routine public.twice(numeric): the body of routine public.total_of(integer) mentions it, and nobody follows what code does
-- hazard: breaks-clients: routine public.twice(numeric): programs that know it by this name do not find it
ALTER ROUTINE "twice"(numeric) RENAME TO "doubled_value";

-- RenameObject
-- hazard: breaks-clients: routine public.fire(): programs that know it by this name do not find it
ALTER ROUTINE "fire"() RENAME TO "on_insert";

-- RenameObject
-- hazard: breaks-clients: routine public.may_see(text): programs that know it by this name do not find it
ALTER ROUTINE "may_see"(text) RENAME TO "is_owner";

-- RenameObject
-- hazard: breaks-clients: routine public.tidy(): programs that know it by this name do not find it
ALTER ROUTINE "tidy"() RENAME TO "clean_up";

-- RenameObject
-- hazard: breaks-clients: aggregate public.sum_up(integer): programs that know it by this name do not find it
ALTER AGGREGATE "sum_up"(integer) RENAME TO "total";

-- CreateObject
CREATE OR REPLACE FUNCTION "total_of"("x" INTEGER) RETURNS INTEGER LANGUAGE "sql" AS $$SELECT doubled_value(x) + 1$$;
