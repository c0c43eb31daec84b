CREATE TABLE sign (word text DEFAULT 'stop', short varchar(9) DEFAULT 'a b', zone timestamptz CHECK (zone AT TIME ZONE 'utc' > '2020-01-01'));
