CREATE TYPE state AS ENUM ('open', 'locked');
CREATE TABLE door (stands state);
CREATE TABLE gate (stands state, width int);
