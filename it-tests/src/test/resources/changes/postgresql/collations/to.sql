CREATE COLLATION plain (locale = 'C');
CREATE COLLATION changed (provider = icu, locale = 'en', deterministic = false);
CREATE COLLATION fresh (provider = icu, locale = 'fr');
CREATE DOMAIN french AS text COLLATE fresh;
CREATE TABLE words (word text COLLATE plain, other text COLLATE fresh, third french);
