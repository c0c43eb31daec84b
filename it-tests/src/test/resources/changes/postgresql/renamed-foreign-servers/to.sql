CREATE FOREIGN DATA WRAPPER elsewhere;
CREATE SERVER archive FOREIGN DATA WRAPPER elsewhere OPTIONS (host 'far');
CREATE USER MAPPING FOR public SERVER archive OPTIONS (name 'x');
CREATE FOREIGN TABLE archived (id integer, name text) SERVER archive;
CREATE VIEW names_there AS SELECT name FROM archived;
