CREATE TRUSTED LANGUAGE spoken HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
CREATE FUNCTION word() RETURNS integer LANGUAGE spoken AS 'BEGIN RETURN 1; END';
