CREATE TABLE sign (word text DEFAULT 'STOP', short varchar(9) DEFAULT 'ab', zone timestamptz CHECK (zone AT TIME ZONE 'utc' > '2021-01-01'));
