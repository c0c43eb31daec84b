CREATE SCHEMA marks;
CREATE FUNCTION under(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 < $2;
CREATE FUNCTION marks.turned(boolean) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN NOT $1;
CREATE OPERATOR <<< (FUNCTION = under, LEFTARG = integer, RIGHTARG = integer);
CREATE TABLE scores (points integer, passed boolean);
CREATE VIEW kept AS SELECT points FROM scores WHERE points <<< 5;
CREATE VIEW gone AS SELECT points <<< 7 AS low FROM scores;
