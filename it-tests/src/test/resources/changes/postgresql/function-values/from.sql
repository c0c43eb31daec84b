-- what RETURN gives is an expression to the server
CREATE FUNCTION doubled(n integer) RETURNS integer IMMUTABLE RETURN n * 2;
CREATE FUNCTION tripled(n integer) RETURNS integer IMMUTABLE RETURN n * 3;
CREATE FUNCTION both_of(n integer) RETURNS integer IMMUTABLE RETURN doubled(n) + tripled(n);
CREATE FUNCTION named(word varchar) RETURNS text IMMUTABLE RETURN named.word || '!';
CREATE FUNCTION kept(n integer) RETURNS bigint IMMUTABLE RETURN CASE WHEN n IN (1, 2) THEN n ELSE 0 END;
