-- RenameObject
ALTER RULE "r_keep" ON "log" RENAME TO "keep";

-- RenameObject
ALTER RULE "r_mine" ON "mine" RENAME TO "mine_stays";

-- RenameObject
ALTER TRIGGER "a_each" ON "log" RENAME TO "log_each";

-- RenameObject
ALTER TRIGGER "a_view" ON "mine" RENAME TO "mine_view";

-- RenameObject
DROP TRIGGER "a_balance" ON "orders";
CREATE CONSTRAINT TRIGGER "orders_balance" AFTER INSERT ON "orders" DEFERRABLE FOR EACH ROW EXECUTE FUNCTION "stamp"();

-- RenameObject
ALTER TRIGGER "a_stamp" ON "orders" RENAME TO "orders_stamp";

-- RenameObject
ALTER POLICY "p_owner" ON "orders" RENAME TO "owners";

-- RenameObject
ALTER POLICY "p_small" ON "orders" RENAME TO "small_ones";
