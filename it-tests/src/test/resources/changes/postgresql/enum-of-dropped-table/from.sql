CREATE TYPE state AS ENUM ('open', 'shut');
CREATE TABLE door (stands state);
CREATE POLICY all_doors ON door USING (stands IS NOT NULL);
CREATE TABLE lid (stands state);
