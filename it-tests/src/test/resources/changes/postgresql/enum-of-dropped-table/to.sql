CREATE TYPE state AS ENUM ('open', 'locked');
CREATE TABLE lid (stands state);
