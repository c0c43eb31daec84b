-- DropObject
-- transaction: 1, outside of any
-- hazard: data-loss: subscription gone: a slot gone that the publisher has keeps its log there until somebody drops it
-- hazard: data-loss: subscription gone: nothing arrives any more, and how far it had come is forgotten
-- hazard: non-transactional: subscription gone: it is run by itself, as all that make or drop a subscription are
ALTER SUBSCRIPTION "gone" SET (slot_name = 'none');
DROP SUBSCRIPTION "gone";

-- DropObject
-- transaction: 2, outside of any
-- hazard: data-loss: subscription slotless: nothing arrives any more, and how far it had come is forgotten
-- hazard: non-transactional: subscription slotless: it is run by itself, as all that make or drop a subscription are
DROP SUBSCRIPTION "slotless";

-- CreateObject
-- transaction: 3, outside of any
-- hazard: non-transactional: subscription come: it is run by itself, as all that make or drop a subscription are
CREATE SUBSCRIPTION "come" CONNECTION 'postgresql://reader@there/shop?connect_timeout=3' PUBLICATION "orders" WITH (connect = 'false', slot_name = 'other', streaming = 'parallel', synchronous_commit = 'local');

-- CreateObject
-- transaction: 4
-- hazard: data-loss: subscription led: a slot led that the publisher has keeps its log there until somebody drops it
BEGIN;
ALTER SUBSCRIPTION "led" CONNECTION 'host=elsewhere user=reader';
ALTER SUBSCRIPTION "led" SET (slot_name = 'none', synchronous_commit = 'remote_apply');
ALTER SUBSCRIPTION "led" SET PUBLICATION "Customers", "invoices" WITH (refresh = false);

-- Comment
COMMENT ON SUBSCRIPTION "come" IS 'it is new';

-- Comment
COMMENT ON SUBSCRIPTION "kept" IS NULL;
COMMIT;
