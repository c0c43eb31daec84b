CREATE TABLE days (day date NOT NULL, remark text, CONSTRAINT days_day_note_key UNIQUE (day, remark)) PARTITION BY RANGE (day);
CREATE INDEX days_note ON days (remark);
CREATE TABLE may PARTITION OF days FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');
