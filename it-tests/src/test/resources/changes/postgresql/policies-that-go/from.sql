CREATE TABLE apps (id integer PRIMARY KEY, owner text, level integer);
CREATE TABLE manifests (id integer PRIMARY KEY, app integer);
ALTER TABLE manifests ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON manifests USING (app IN (SELECT apps.id FROM apps WHERE apps.owner = CURRENT_USER));
CREATE TABLE bindings (id integer PRIMARY KEY);
CREATE TABLE channels (id integer PRIMARY KEY, rank integer);
CREATE POLICY ranked ON bindings USING (EXISTS (SELECT 1 FROM channels WHERE channels.rank > bindings.id));
