CREATE TRUSTED LANGUAGE spoken HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
CREATE LANGUAGE dead HANDLER plpgsql_call_handler;
CREATE ACCESS METHOD stack TYPE TABLE HANDLER heap_tableam_handler;
CREATE FUNCTION word() RETURNS integer LANGUAGE spoken AS 'BEGIN RETURN 1; END';
