-- CreateObject
ALTER TEXT SEARCH DICTIONARY "search"."plain" (ACCEPT = 'true', STOPWORDS = 'english');

-- CreateObject
ALTER TEXT SEARCH DICTIONARY "search"."stems" (LANGUAGE = 'german', STOPWORDS);

-- CreateObject
CREATE TEXT SEARCH CONFIGURATION "bare" (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION "bare" ADD MAPPING FOR asciiword WITH "simple";

-- CreateObject
ALTER TEXT SEARCH CONFIGURATION "search"."articles" DROP MAPPING FOR url, url_path;
ALTER TEXT SEARCH CONFIGURATION "search"."articles" ALTER MAPPING FOR asciiword, word WITH "search"."plain", "search"."stems";

-- CreateObject
CREATE TEXT SEARCH CONFIGURATION "search"."titles" (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION "search"."titles" ADD MAPPING FOR asciihword, hword, hword_asciipart, hword_part WITH "english_stem";
ALTER TEXT SEARCH CONFIGURATION "search"."titles" ADD MAPPING FOR asciiword, word WITH "search"."plain", "search"."stems";
ALTER TEXT SEARCH CONFIGURATION "search"."titles" ADD MAPPING FOR file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, version WITH "simple";

-- DropObject
-- hazard: breaks-clients: text search dictionary search.old: statements that rest on it fail
DROP TEXT SEARCH DICTIONARY "search"."old";

-- DropObject
-- hazard: breaks-clients: text search configuration search.names: statements that rest on it fail
DROP TEXT SEARCH CONFIGURATION "search"."names";
