CREATE CONVERSION old_letters FOR 'latin1' TO 'utf-8' FROM iso8859_1_to_utf8;
CREATE CONVERSION letters FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION letters IS 'kept';
