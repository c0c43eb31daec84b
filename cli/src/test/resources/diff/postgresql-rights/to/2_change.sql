-- The view is made anew, and keeps what is granted on it.
DROP VIEW mail;
CREATE VIEW mail AS SELECT mail, id FROM account;
GRANT SELECT ON mail TO reader WITH GRANT OPTION;
-- A new table gets what is granted by default, and more.
CREATE TABLE audit.entry (id bigint GENERATED ALWAYS AS IDENTITY, note text);
GRANT INSERT (note) ON audit.entry TO app;
-- An owner takes his rights and the sequence along.
ALTER TABLE account OWNER TO keeper;
REVOKE INSERT ON account FROM app;
GRANT UPDATE (mail) ON account TO app, reader;
REVOKE ALL ON FUNCTION total(integer) FROM PUBLIC;
REVOKE ALL ON SCHEMA audit FROM app;
ALTER SCHEMA audit OWNER TO keeper;
ALTER DEFAULT PRIVILEGES IN SCHEMA audit REVOKE SELECT ON TABLES FROM reader;
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
