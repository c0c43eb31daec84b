CREATE SCHEMA search;
CREATE TEXT SEARCH DICTIONARY search.stems (TEMPLATE = snowball, LANGUAGE = german);
CREATE TEXT SEARCH DICTIONARY search.plain (TEMPLATE = simple, STOPWORDS = english, ACCEPT = true);
CREATE TEXT SEARCH CONFIGURATION search.articles (COPY = english);
ALTER TEXT SEARCH CONFIGURATION search.articles ALTER MAPPING FOR word, asciiword WITH search.plain, search.stems;
ALTER TEXT SEARCH CONFIGURATION search.articles DROP MAPPING FOR url, url_path;
CREATE TEXT SEARCH CONFIGURATION search.titles (COPY = search.articles);
ALTER TEXT SEARCH CONFIGURATION search.titles DROP MAPPING FOR email;
CREATE TABLE article (
    body text NOT NULL,
    words tsvector GENERATED ALWAYS AS (to_tsvector('search.articles', body)) STORED
);
CREATE TEXT SEARCH CONFIGURATION bare (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION bare ADD MAPPING FOR asciiword WITH simple;
