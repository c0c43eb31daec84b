CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE notes (id integer OPTIONS (place '1'), text text OPTIONS (place '2', trim 'yes'))
  SERVER disk OPTIONS (file 'notes');
