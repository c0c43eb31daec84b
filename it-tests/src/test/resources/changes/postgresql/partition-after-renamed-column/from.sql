CREATE TABLE days (day date NOT NULL, note text, UNIQUE (day, note)) PARTITION BY RANGE (day);
CREATE INDEX days_note ON days (note);
ALTER TABLE days RENAME COLUMN note TO remark;
CREATE TABLE may (day date NOT NULL, remark text);
