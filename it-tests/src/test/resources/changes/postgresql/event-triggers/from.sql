CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FUNCTION look() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER silenced ON ddl_command_end EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER narrowed ON ddl_command_start EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER gone ON sql_drop EXECUTE FUNCTION look();
