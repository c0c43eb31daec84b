CREATE SUBSCRIPTION gone CONNECTION 'host=there dbname=shop' PUBLICATION orders WITH (connect = false);
CREATE SUBSCRIPTION slotless CONNECTION 'host=there' PUBLICATION orders WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION led CONNECTION 'host=there user=reader' PUBLICATION orders, "Customers" WITH (connect = false);
CREATE SUBSCRIPTION kept CONNECTION 'user=reader password=''not told'' host=there' PUBLICATION orders WITH (connect = false);
COMMENT ON SUBSCRIPTION kept IS 'it stays';
