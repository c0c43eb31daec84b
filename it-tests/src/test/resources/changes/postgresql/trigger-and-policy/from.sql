CREATE TABLE docs (id integer PRIMARY KEY, owner text, body text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touched ON docs IS 'keeps time';
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON docs USING (owner = current_user);
CREATE POLICY readers ON docs FOR SELECT USING (true);
