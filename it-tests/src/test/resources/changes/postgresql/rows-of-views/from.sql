CREATE TABLE price (item text, cents integer);
CREATE VIEW cheap AS SELECT item, cents FROM price WHERE cents < 100;
CREATE TABLE cheap_log (old cheap, new cheap, at date);
CREATE SEQUENCE numbers;
CREATE DOMAIN number AS bigint DEFAULT nextval('numbers');
CREATE VIEW no_columns AS SELECT FROM price;
