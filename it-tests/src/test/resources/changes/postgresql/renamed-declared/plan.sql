-- RenameObject
ALTER OPERATOR FAMILY "as_long_ops" USING hash RENAME TO "by_length";

-- RenameObject
ALTER OPERATOR FAMILY "ordered" USING btree RENAME TO "in_order";

-- RenameObject
ALTER COLLATION "plain" RENAME TO "by_bytes";

-- RenameObject
ALTER CONVERSION "latin" RENAME TO "to_latin";

-- RenameObject
ALTER TEXT SEARCH DICTIONARY "simple_words" RENAME TO "words";

-- RenameObject
ALTER OPERATOR CLASS "as_long_ops" USING hash RENAME TO "by_length";

-- RenameObject
ALTER EVENT TRIGGER "watch_all" RENAME TO "watcher";

-- RenameObject
ALTER PUBLICATION "all_words" RENAME TO "words";

-- RenameObject
ALTER STATISTICS "of_words" RENAME TO "words_number_size";

-- RenameObject
ALTER TEXT SEARCH CONFIGURATION "of_text" RENAME TO "texts";
