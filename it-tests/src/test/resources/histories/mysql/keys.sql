-- The dance of keys: indexes that the server makes for foreign keys and takes away again, indexes
-- that change hands, comments of keys, options that are taken back, partitions that are cut anew.
-- migration 01_tables
CREATE TABLE club (id INT NOT NULL, code INT NOT NULL, PRIMARY KEY (id), UNIQUE KEY code (code));
CREATE TABLE member (id INT NOT NULL PRIMARY KEY, club INT, code INT, born DATE);
-- migration 02_the_server_makes_an_index
ALTER TABLE member ADD FOREIGN KEY (club) REFERENCES club (id);
-- migration 03_another_key_of_the_same_column_takes_its_index_over
ALTER TABLE member ADD CONSTRAINT second FOREIGN KEY (club) REFERENCES club (id);
-- migration 04_the_first_goes_and_leaves_the_index
ALTER TABLE member DROP FOREIGN KEY member_ibfk_1;
-- migration 05_an_index_that_serves_as_well_takes_the_place_of_the_server_s
CREATE INDEX by_club_born ON member (club, born);
-- migration 06_one_index_for_another_under_a_foreign_key
ALTER TABLE member DROP INDEX by_club_born, ADD INDEX by_club (club);
-- migration 07_the_same_at_the_other_end
ALTER TABLE member ADD CONSTRAINT third FOREIGN KEY (code) REFERENCES club (code);
-- migration 08_a_longer_unique_key_in_its_place
ALTER TABLE club DROP INDEX code, ADD UNIQUE KEY code_id (code, id);
-- migration 09_several_indexes_at_once
ALTER TABLE member ADD INDEX a (born), ADD INDEX b (born, id), ADD UNIQUE KEY c (id, born);
-- migration 10_some_go_some_come_one_is_renamed
ALTER TABLE member DROP INDEX a, DROP INDEX b, ADD INDEX d (born DESC), RENAME INDEX c TO e;
-- migration 11_columns_and_keys_together
ALTER TABLE member DROP INDEX d, MODIFY born DATETIME NOT NULL, ADD COLUMN note VARCHAR(20), ADD INDEX f (note, born);
-- migration 12_a_comment_on_the_primary_key
ALTER TABLE club DROP PRIMARY KEY, ADD PRIMARY KEY (id) COMMENT 'as on the card';
-- migration 13_options
CREATE TABLE opts (id INT NOT NULL PRIMARY KEY, t TEXT) ROW_FORMAT=DYNAMIC MAX_ROWS=100 STATS_PERSISTENT=1 COMMENT='x';
-- migration 14_options_taken_back
ALTER TABLE opts ROW_FORMAT=DEFAULT, MAX_ROWS=0, STATS_PERSISTENT=DEFAULT, COMMENT='', CHECKSUM=1;
-- migration 15_a_full_text_index
CREATE FULLTEXT INDEX words ON opts (t);
-- migration 16_ranges
CREATE TABLE seen (id INT NOT NULL, y INT NOT NULL) PARTITION BY RANGE (y)
  (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN (20), PARTITION z VALUES LESS THAN MAXVALUE);
-- migration 17_a_range_is_split
ALTER TABLE seen REORGANIZE PARTITION z INTO (PARTITION c VALUES LESS THAN (30), PARTITION z VALUES LESS THAN MAXVALUE);
-- migration 18_two_become_one
ALTER TABLE seen REORGANIZE PARTITION a, b INTO (PARTITION b VALUES LESS THAN (20));
-- migration 19_hashes
CREATE TABLE spread (id INT NOT NULL) PARTITION BY HASH (id) PARTITIONS 2;
-- migration 20_more_of_them
ALTER TABLE spread ADD PARTITION PARTITIONS 3;
-- migration 21_fewer
ALTER TABLE spread COALESCE PARTITION 1;
-- migration 22_lists
CREATE TABLE area (id INT NOT NULL, k INT NOT NULL) PARTITION BY LIST (k) (PARTITION n VALUES IN (1, 2), PARTITION s VALUES IN (3));
-- migration 23_a_list_grows_another_comes
ALTER TABLE area REORGANIZE PARTITION s INTO (PARTITION s VALUES IN (3, 4));
ALTER TABLE area ADD PARTITION (PARTITION w VALUES IN (5));
-- migration 24_a_name_is_written_otherwise
ALTER TABLE area CHANGE k K INT NOT NULL;
-- migration 25_keys_name_their_indexes
CREATE TABLE visit (id INT NOT NULL PRIMARY KEY, club INT, host INT, code INT,
  FOREIGN KEY by_club (club) REFERENCES club (id), CONSTRAINT of_host FOREIGN KEY by_host (host) REFERENCES member (id));
-- migration 26_and_so_do_later_ones
ALTER TABLE visit ADD COLUMN guest INT, ADD FOREIGN KEY by_guest (guest) REFERENCES member (id), ADD FOREIGN KEY (code) REFERENCES club (id);
-- migration 27_options_of_other_engines
CREATE TABLE idle_options (id int) CONNECTION = 'here' INSERT_METHOD = LAST UNION = (`Other`);
-- migration 28_prefixes
CREATE TABLE parts (a TEXT, b VARCHAR(200), KEY a (a(100)), KEY b (b(90)), UNIQUE ab (a(20), b(20)));
-- migration 29_columns_become_shorter_than_their_prefixes
ALTER TABLE parts MODIFY a VARCHAR(50), MODIFY b VARCHAR(90);
-- migration 30_a_type_without_parts
ALTER TABLE parts MODIFY b INT;
