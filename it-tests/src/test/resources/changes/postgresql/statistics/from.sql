CREATE TABLE places (city text, zip text, street text, country text);
CREATE STATISTICS city_zip ON zip, city FROM places;
CREATE STATISTICS fewer (ndistinct, dependencies) ON city, street FROM places;
CREATE STATISTICS aimed ON city, street FROM places;
CREATE STATISTICS with_column ON zip, country FROM places;
CREATE STATISTICS gone ON street, zip FROM places;
CREATE TABLE old (a integer, b integer);
CREATE STATISTICS of_old ON a, b FROM old;
