CREATE FUNCTION by_length(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length($1) - length($2)';
CREATE FUNCTION shorter(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) < length($2)';
CREATE FUNCTION as_long(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) = length($2)';
CREATE FUNCTION as_long_as(text, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) = $2';
CREATE FUNCTION by_length_to(text, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length($1) - $2';
CREATE OPERATOR |<| (LEFTARG = text, RIGHTARG = text, FUNCTION = shorter);
CREATE OPERATOR |=| (LEFTARG = text, RIGHTARG = text, FUNCTION = as_long);
CREATE OPERATOR |=| (LEFTARG = text, RIGHTARG = integer, FUNCTION = as_long_as);
CREATE OPERATOR FAMILY lengths USING btree;
CREATE OPERATOR CLASS length_ops FOR TYPE text USING btree FAMILY lengths AS
    OPERATOR 1 |<|, OPERATOR 3 |=|, FUNCTION 1 by_length(text, text);
CREATE OPERATOR CLASS gone_ops FOR TYPE text USING hash AS OPERATOR 1 |=|;
CREATE TABLE word (spelling text NOT NULL);
