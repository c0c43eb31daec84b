CREATE SEQUENCE tickets_number;
CREATE TABLE tickets (number integer NOT NULL DEFAULT nextval('tickets_number'), kind text);
CREATE TABLE passes () INHERITS (tickets);
ALTER SEQUENCE tickets_number OWNED BY passes.kind;
