CREATE TYPE state AS ENUM ('open', 'shut');
CREATE TABLE door (stands state);
CREATE TABLE gate (width int) INHERITS (door);
