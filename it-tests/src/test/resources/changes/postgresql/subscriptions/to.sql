CREATE SUBSCRIPTION come CONNECTION 'postgresql://reader@there/shop?connect_timeout=3' PUBLICATION orders WITH (connect = false, slot_name = 'other', synchronous_commit = local);
COMMENT ON SUBSCRIPTION come IS 'it is new';
CREATE SUBSCRIPTION led CONNECTION 'host=elsewhere user=reader' PUBLICATION "Customers", invoices WITH (connect = false);
ALTER SUBSCRIPTION led SET (slot_name = NONE, synchronous_commit = 'remote_apply');
CREATE SUBSCRIPTION kept CONNECTION 'user=reader host=there password=other' PUBLICATION orders WITH (connect = false);
