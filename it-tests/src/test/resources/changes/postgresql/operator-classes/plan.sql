-- RenameObject
ALTER OPERATOR FAMILY "gone_ops" USING hash RENAME TO "new_ops";

-- RenameObject
ALTER OPERATOR CLASS "gone_ops" USING hash RENAME TO "new_ops";

-- CreateObject
ALTER OPERATOR FAMILY "lengths" USING btree ADD FUNCTION 1 (TEXT, INTEGER) "by_length_to"(text, integer), OPERATOR 3 |=| (TEXT, INTEGER);

-- DropObject
-- hazard: recreated: operator class public.length_ops(btree): it is dropped and made anew
DROP OPERATOR CLASS "length_ops" USING btree;

-- CreateObject
CREATE OPERATOR CLASS "length_ops" FOR TYPE TEXT USING btree FAMILY "lengths" AS FUNCTION 1 (TEXT, TEXT) "by_length"(text, text), OPERATOR 3 |=| (TEXT, TEXT);

-- CreateIndex
-- hazard: blocks-writes: table public.word: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "word_length" ON "word"("spelling" public.length_ops);
