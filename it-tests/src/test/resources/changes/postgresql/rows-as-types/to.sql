CREATE TABLE base (id integer);
CREATE DOMAIN filled AS base CHECK ((VALUE).id IS NOT NULL);
CREATE TABLE a_user (one filled, many base[]);
CREATE FUNCTION first_of(r a_user) RETURNS filled LANGUAGE plpgsql AS $$
BEGIN
  RETURN r.one;
END $$;
