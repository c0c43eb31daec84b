CREATE SCHEMA new_place;
CREATE TYPE float8range AS RANGE (subtype = float8);
CREATE TYPE texts AS RANGE (subtype = text);
CREATE TABLE spans (a float8range, b float8multirange);
CREATE TABLE more_spans (a texts, b texts_multirange);
CREATE OPERATOR CLASS new_place.plain FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
