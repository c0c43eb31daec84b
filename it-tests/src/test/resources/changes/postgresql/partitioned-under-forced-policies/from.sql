CREATE TABLE letters (id integer NOT NULL, owner text NOT NULL);
ALTER TABLE letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE letters FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON letters USING (owner = current_user);
