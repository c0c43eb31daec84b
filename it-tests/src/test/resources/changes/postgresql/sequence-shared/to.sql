CREATE TABLE numbered (note text);
CREATE SEQUENCE others;
CREATE TABLE drawn (id bigint NOT NULL DEFAULT nextval('others'));
