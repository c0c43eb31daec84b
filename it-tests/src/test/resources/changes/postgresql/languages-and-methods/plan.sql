-- CreateObject
CREATE OR REPLACE TRUSTED LANGUAGE "spoken" HANDLER "plpgsql_call_handler" INLINE "plpgsql_inline_handler" VALIDATOR "plpgsql_validator";

-- CreateObject
CREATE ACCESS METHOD "tree" TYPE INDEX HANDLER "bthandler";

-- DropObject
DROP LANGUAGE "dead";

-- DropObject
DROP ACCESS METHOD "stack";
