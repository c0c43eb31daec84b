CREATE FOREIGN DATA WRAPPER other;
CREATE SERVER far FOREIGN DATA WRAPPER other OPTIONS (host 'far');
CREATE USER MAPPING FOR public SERVER far OPTIONS (name 'x');
CREATE FOREIGN TABLE rows_there (id integer, name text) SERVER far;
CREATE VIEW names_there AS SELECT name FROM rows_there;
