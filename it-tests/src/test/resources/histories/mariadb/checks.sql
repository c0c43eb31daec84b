-- Checks behind columns: attributes of the column, without names of their own.
-- migration 01_behind_a_column_and_of_the_table_under_one_name
CREATE TABLE t (a INT CHECK (a > 0), b INT, CONSTRAINT a CHECK (b > 0));
-- migration 02_the_table_s_goes
ALTER TABLE t DROP CONSTRAINT a;
-- migration 03_the_column_is_defined_anew_with_its_check
ALTER TABLE t MODIFY a BIGINT CHECK (a > 0);
-- migration 04_another_condition
ALTER TABLE t MODIFY a BIGINT CHECK (a > 1);
-- migration 05_without_one_the_check_is_gone
ALTER TABLE t MODIFY a BIGINT;
-- migration 06_it_comes_back
ALTER TABLE t MODIFY a BIGINT NOT NULL CHECK (a > 2);
-- migration 07_it_follows_the_column_s_name
ALTER TABLE t RENAME COLUMN a TO c;
-- migration 08_and_stays_when_only_the_default_changes
ALTER TABLE t ALTER COLUMN c SET DEFAULT 5;
-- migration 09_a_new_column_brings_one
ALTER TABLE t ADD COLUMN d INT DEFAULT 7 CHECK (d BETWEEN 1 AND 9) FIRST;
-- migration 10_and_moves_with_it
ALTER TABLE t MODIFY d INT DEFAULT 7 CHECK (d BETWEEN 1 AND 9) AFTER b;
-- migration 11_it_may_read_another_column
ALTER TABLE t ADD COLUMN e INT CHECK (e > d);
-- migration 12_to_the_table_s
ALTER TABLE t MODIFY e INT, ADD CONSTRAINT e CHECK (e > d);
-- migration 13_and_back
ALTER TABLE t DROP CONSTRAINT e, MODIFY e INT CHECK (e > d);
-- migration 14_it_goes_with_its_column
ALTER TABLE t DROP COLUMN e;
-- migration 15_a_copy_has_it_too
CREATE TABLE u LIKE t;
-- migration 16_json_is_a_check_and_text_with_another_is_not_json
CREATE TABLE j (a JSON, b LONGTEXT CHECK (json_valid(b)), c LONGTEXT CHECK (length(c) > 3));
-- migration 17_from_json_to_text_and_back
ALTER TABLE j MODIFY a LONGTEXT, MODIFY c JSON;
-- migration 18_a_name_without_one
ALTER TABLE u ADD CHECK (b < 100);
-- migration 19_the_name_of_a_column_is_free_for_a_check_of_the_table
ALTER TABLE u ADD CONSTRAINT b CHECK (b <> 50);
-- migration 20_a_reference_system
CREATE TABLE p (g POINT NOT NULL);
-- migration 21_checks_and_everything_else
ALTER TABLE u MODIFY b VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'said' CHECK (b <> '');
-- migration 22_one_key_for_a_column
CREATE TABLE flags (`key` VARCHAR(20) PRIMARY KEY UNIQUE NOT NULL, other INT UNIQUE);
CREATE TABLE turned (a INT UNIQUE PRIMARY KEY, UNIQUE (a));
ALTER TABLE turned ADD COLUMN b SERIAL;
