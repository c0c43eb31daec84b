CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) = lower($2)';
CREATE FUNCTION other(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) <> lower($2)';
CREATE FUNCTION joined(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT concat($1, $2)';
CREATE FUNCTION spaced(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT concat_ws('' '', $1, $2)';
CREATE OPERATOR ~=~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = same, JOIN = eqjoinsel);
CREATE OPERATOR ~<>~ (LEFTARG = text, RIGHTARG = text, FUNCTION = other, COMMUTATOR = ~<>~);
CREATE OPERATOR |+| (LEFTARG = text, RIGHTARG = text, FUNCTION = spaced);
