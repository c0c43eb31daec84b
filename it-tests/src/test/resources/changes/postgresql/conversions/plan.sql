-- CreateObject
CREATE CONVERSION "new_letters" FOR 'UTF8' TO 'LATIN1' FROM "utf8_to_iso8859_1";

-- DropObject
-- hazard: recreated: conversion public.letters: it is dropped and made anew
DROP CONVERSION "letters";

-- CreateObject
CREATE DEFAULT CONVERSION "letters" FOR 'LATIN1' TO 'UTF8' FROM "iso8859_1_to_utf8";

-- DropObject
DROP CONVERSION "old_letters";

-- Comment
COMMENT ON CONVERSION "letters" IS 'kept';
