-- DropObject
DROP EVENT TRIGGER "gone";

-- DropObject
-- hazard: recreated: event trigger narrowed: it is dropped and made anew
DROP EVENT TRIGGER "narrowed";

-- CreateObject
CREATE EVENT TRIGGER "loud" ON ddl_command_end EXECUTE FUNCTION "look"();
ALTER EVENT TRIGGER "loud" ENABLE ALWAYS;

-- CreateObject
CREATE EVENT TRIGGER "narrowed" ON ddl_command_start WHEN TAG IN ('ALTER TABLE', 'DROP TABLE') EXECUTE FUNCTION "look"();

-- CreateObject
ALTER EVENT TRIGGER "silenced" DISABLE;
