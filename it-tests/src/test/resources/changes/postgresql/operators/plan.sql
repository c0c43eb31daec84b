-- CreateObject
CREATE OPERATOR ~<>~ (COMMUTATOR = OPERATOR("public".~<>~), FUNCTION = "other", LEFTARG = TEXT, RIGHTARG = TEXT);

-- CreateObject
ALTER OPERATOR ~=~~ (text, text) SET (JOIN = "eqjoinsel", RESTRICT = NONE);

-- DropObject
-- hazard: breaks-clients: operator public.|+|(text, integer): statements that rest on it fail
DROP OPERATOR |+| (text, integer);

-- DropObject
DROP ROUTINE "joined"(text, integer);

-- DropObject
-- hazard: recreated: operator public.|+|(text, text): it is dropped and made anew
DROP OPERATOR |+| (text, text);

-- CreateObject
CREATE OPERATOR |+| (FUNCTION = "spaced", LEFTARG = TEXT, RIGHTARG = TEXT);

-- DropObject
-- hazard: breaks-clients: operator public.~!~(none, text): statements that rest on it fail
DROP OPERATOR ~!~ (none, text);

-- DropObject
DROP ROUTINE "turned"(text);
