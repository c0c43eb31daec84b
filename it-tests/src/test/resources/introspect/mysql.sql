-- Every view of information_schema that introspection reads has a row here; both products take it.
CREATE TABLE users (
  id int unsigned NOT NULL AUTO_INCREMENT COMMENT 'the id',
  email varchar(191) NOT NULL,
  bin varbinary(10) DEFAULT 'abc',
  name varchar(50) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'it''s',
  state enum('a', 'b''c', 'ü') NOT NULL DEFAULT 'b''c',
  marks set('x', 'y') DEFAULT 'x,y',
  n decimal(10, 2) DEFAULT -1.5,
  flag bit(3) DEFAULT b'101',
  yes boolean DEFAULT true,
  changed timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  made datetime DEFAULT CURRENT_TIMESTAMP,
  day date DEFAULT '2020-01-01',
  at time DEFAULT '10:00:00',
  y year DEFAULT 2020,
  body json,
  twice int AS (id2 * 2) STORED,
  label varchar(300) GENERATED ALWAYS AS (concat(email, '\\x', 'it''s', '\n')) VIRTUAL,
  id2 int DEFAULT 0,
  hidden int INVISIBLE,
  words text NOT NULL,
  f float DEFAULT 0.1,
  PRIMARY KEY (id),
  UNIQUE KEY by_email (email(20), id2 DESC),
  KEY by_name (name) COMMENT 'how people ask',
  FULLTEXT KEY in_words (words),
  CONSTRAINT positive CHECK (n > 0),
  CONSTRAINT not_its CHECK (email <> 'it''s\\')
) COMMENT='users''' ROW_FORMAT=DYNAMIC;
CREATE TABLE posts (
  id bigint NOT NULL,
  author int unsigned,
  place point NOT NULL,
  PRIMARY KEY (id),
  SPATIAL KEY (place),
  CONSTRAINT written_by FOREIGN KEY (author) REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE
) DEFAULT CHARSET=latin1;
CREATE TABLE lines_of (a int, b int, c char(3), KEY (a), KEY (a, b), UNIQUE (c));
CREATE TABLE in_memory (id int NOT NULL, KEY (id) USING HASH) ENGINE=MEMORY;
CREATE VIEW readers AS SELECT id, email FROM users;
CREATE VIEW a_reader AS SELECT id FROM readers;
CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW SET NEW.n = 1;
CREATE PROCEDURE go(IN a int) SELECT 1;
CREATE FUNCTION twice(a int) RETURNS int DETERMINISTIC RETURN a * 2;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1;
