CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE notes (id integer, text text OPTIONS (place '2', trim 'yes'))
  SERVER disk OPTIONS (file 'notes', head '1');
ALTER FOREIGN TABLE notes ALTER COLUMN text OPTIONS (SET place '3', DROP trim, ADD quote '!');
CREATE FOREIGN TABLE more_notes (text text) SERVER disk;
ALTER FOREIGN TABLE more_notes ALTER COLUMN text SET STATISTICS 50;
