CREATE TYPE mood AS ENUM ('calm', 'glad');
CREATE TABLE days (feeling mood, known boolean GENERATED ALWAYS AS (feeling IS NOT NULL) STORED);
CREATE TABLE holidays (CONSTRAINT kept CHECK (known OR feeling IS NULL)) INHERITS (days);
