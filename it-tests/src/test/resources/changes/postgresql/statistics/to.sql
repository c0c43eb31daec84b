-- since POSTGRESQL 14.0
CREATE TABLE places (city text, zip varchar(9), street text, nation text);
CREATE STATISTICS city_zip ON city, zip FROM places;
CREATE STATISTICS fewer (mcv) ON city, street FROM places;
CREATE STATISTICS aimed ON city, street FROM places;
ALTER STATISTICS aimed SET STATISTICS 500;
CREATE STATISTICS lowered ON (lower(city)), zip FROM places;
