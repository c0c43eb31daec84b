CREATE COLLATION plain (locale = 'C');
CREATE COLLATION changed (locale = 'C');
CREATE COLLATION gone (provider = icu, locale = 'de');
CREATE TABLE words (word text COLLATE plain, other text COLLATE gone);
