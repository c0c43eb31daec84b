CREATE TABLE logs (id integer NOT NULL, day date NOT NULL);
CREATE UNIQUE INDEX logs_id ON logs (id, day);
ALTER TABLE logs REPLICA IDENTITY USING INDEX logs_id;
ALTER TABLE logs CLUSTER ON logs_id;
COMMENT ON INDEX logs_id IS 'by number';
