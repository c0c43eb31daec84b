CREATE TYPE mood AS ENUM ('calm', 'glad', 'sad');
CREATE TABLE days (feeling mood, known boolean GENERATED ALWAYS AS (feeling IS NOT NULL) STORED);
CREATE TABLE holidays (place text, CONSTRAINT kept CHECK (known OR place IS NOT NULL)) INHERITS (days);
