CREATE SCHEMA search;
CREATE TEXT SEARCH DICTIONARY search.stems (TEMPLATE = snowball, LANGUAGE = english, STOPWORDS = english);
CREATE TEXT SEARCH DICTIONARY search.plain (TEMPLATE = simple);
CREATE TEXT SEARCH DICTIONARY search.old (TEMPLATE = simple, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION search.articles (COPY = english);
ALTER TEXT SEARCH CONFIGURATION search.articles ALTER MAPPING FOR word, asciiword WITH search.old, search.stems;
CREATE TEXT SEARCH CONFIGURATION search.names (COPY = simple);
CREATE TABLE article (
    body text NOT NULL,
    words tsvector GENERATED ALWAYS AS (to_tsvector('search.articles', body)) STORED
);
