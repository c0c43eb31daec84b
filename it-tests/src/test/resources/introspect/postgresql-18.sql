-- What stands behind NOT NULL since 18: names, heirs, copies, renames.
CREATE TABLE p (a int NOT NULL, b int NOT NULL NO INHERIT, c int CONSTRAINT pc NOT NULL, s serial);
CREATE TABLE heir () INHERITS (p);
CREATE TABLE own (a int NOT NULL, c int NOT NULL) INHERITS (p);
CREATE TABLE keyed (PRIMARY KEY (a)) INHERITS (p);
CREATE TABLE said (NOT NULL c) INHERITS (p);
CREATE TABLE copied (LIKE p);
CREATE TABLE copied_more (LIKE p, d int, CONSTRAINT again NOT NULL d);
ALTER TABLE p ADD CONSTRAINT p_a_not_null NOT NULL a;
ALTER TABLE heir ADD CONSTRAINT heir_b NOT NULL b NO INHERIT;
ALTER TABLE heir ADD NOT NULL a;
ALTER TABLE p ALTER CONSTRAINT pc NO INHERIT;
ALTER TABLE p ADD d int, ADD e int NOT NULL;
ALTER TABLE p ADD CONSTRAINT dn NOT NULL d NOT VALID;
CREATE TABLE late () INHERITS (p);
ALTER TABLE p ALTER e DROP NOT NULL;
ALTER TABLE p ADD f int CONSTRAINT fn NOT NULL;
ALTER TABLE p RENAME CONSTRAINT fn TO f_is_there;

CREATE TABLE waiting (a int, b int, c int);
ALTER TABLE waiting ADD CONSTRAINT waiting_a NOT NULL a NOT VALID, ADD NOT NULL b NOT VALID;
ALTER TABLE waiting VALIDATE CONSTRAINT waiting_a;
ALTER TABLE waiting ADD CONSTRAINT gone NOT NULL c;
ALTER TABLE waiting DROP CONSTRAINT gone;
ALTER TABLE waiting ADD CHECK (c > 0), ADD CONSTRAINT waiting_c_not_null CHECK (c > 1);
ALTER TABLE waiting ALTER c SET NOT NULL;

CREATE TABLE old_name (old_column int NOT NULL);
ALTER TABLE old_name RENAME TO new_name;
ALTER TABLE new_name RENAME old_column TO new_column;
ALTER TABLE new_name ADD old_column int NOT NULL;
CREATE TABLE old_name (old_column int NOT NULL);

CREATE TABLE a_table_whose_name_is_as_long_as_a_name_can_be_on_this_server_ (
    a_column_whose_name_is_as_long_as_a_name_can_be_on_this_server1 int NOT NULL,
    a_column_whose_name_is_as_long_as_a_name_can_be_on_this_server2 int NOT NULL
);

CREATE TABLE keys (id int GENERATED ALWAYS AS IDENTITY, n int, m int, PRIMARY KEY (n));
CREATE TABLE keyed_later (n int);
ALTER TABLE keyed_later ADD PRIMARY KEY (n);
ALTER TABLE keyed_later DROP CONSTRAINT keyed_later_pkey;
CREATE TABLE keyed_from (n int);
CREATE UNIQUE INDEX keyed_from_i ON keyed_from (n);
ALTER TABLE keyed_from ADD PRIMARY KEY USING INDEX keyed_from_i;

CREATE TABLE pt (a int NOT NULL, b int) PARTITION BY LIST (a);
CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1);
CREATE TABLE pt2 PARTITION OF pt (b NOT NULL) FOR VALUES IN (2);
CREATE TABLE pt3 (a int CONSTRAINT mine NOT NULL, b int);
ALTER TABLE pt ATTACH PARTITION pt3 FOR VALUES IN (3);
CREATE TABLE pt4 (a int CONSTRAINT mine NOT NULL, b int);
ALTER TABLE pt ATTACH PARTITION pt4 FOR VALUES IN (4);
ALTER TABLE pt DETACH PARTITION pt4;
ALTER TABLE pt ALTER b SET NOT NULL;
ALTER TABLE ONLY pt ALTER b DROP NOT NULL;

CREATE SCHEMA other;
CREATE TABLE other.moved (a int NOT NULL);
ALTER TABLE other.moved SET SCHEMA public;
CREATE TABLE other.moved (a int NOT NULL);
COMMENT ON CONSTRAINT moved_a_not_null ON moved IS 'a';
ALTER TABLE moved RENAME CONSTRAINT moved_a_not_null TO moved_must;
