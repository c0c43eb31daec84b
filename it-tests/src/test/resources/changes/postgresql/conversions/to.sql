CREATE DEFAULT CONVERSION letters FOR 'iso-8859-1' TO 'unicode' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION letters IS 'kept';
CREATE CONVERSION new_letters FOR 'UTF8' TO 'LATIN1' FROM pg_catalog.utf8_to_iso8859_1;
