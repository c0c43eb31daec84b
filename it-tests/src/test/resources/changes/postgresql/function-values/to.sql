CREATE FUNCTION doubled(n integer) RETURNS integer IMMUTABLE RETURN n + n;
CREATE FUNCTION halved(n integer) RETURNS integer IMMUTABLE RETURN n / 2;
CREATE FUNCTION both_of(n integer) RETURNS integer IMMUTABLE RETURN doubled(n) + halved(n);
CREATE FUNCTION named(word varchar) RETURNS text IMMUTABLE RETURN upper(word) || '!';
CREATE FUNCTION kept(n integer) RETURNS bigint IMMUTABLE RETURN CASE WHEN n IN (1, 2) THEN n ELSE 0 END;
