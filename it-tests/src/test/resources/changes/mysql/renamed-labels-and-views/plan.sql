-- RenameObject
-- hazard: breaks-clients: view running: programs that know it by this name do not find it
RENAME TABLE `running` TO `active`;

-- AlterTable
-- hazard: blocks-writes: table orders: every row that holds 'open' is written, and locked until all of them are
-- hazard: breaks-clients: column orders.state: programs that write 'open' are refused
-- hazard: fails-on-existing-rows: column orders.state: it fails where values are not among the new ones
-- hazard: table-rewrite: table orders: every row of it is written anew
-- hazard: blocks-writes: table orders: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `orders` MODIFY `state` ENUM('open', 'done', 'gone', 'active') NOT NULL DEFAULT 'open';
UPDATE `orders` SET `state` = 'active', `changed` = `changed` WHERE `state` = 'open';
ALTER TABLE `orders` MODIFY `state` ENUM('active', 'done', 'gone') NOT NULL DEFAULT 'active';

-- AlterTable
-- hazard: blocks-writes: table orders: every row that holds 'gift' is written, and locked until all of them are
-- hazard: breaks-clients: column orders.tags: programs that write 'gift' are refused
-- hazard: fails-on-existing-rows: column orders.tags: it fails where values hold members that go
-- hazard: table-rewrite: table orders: every row of it is written anew
-- hazard: blocks-writes: table orders: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `orders` MODIFY `tags` SET('gift', 'rush', 'present') NULL;
UPDATE `orders` SET `tags` = TRIM(BOTH ',' FROM REPLACE(CONCAT(',', `tags`, ','), ',gift,', ',present,')), `changed` = `changed` WHERE FIND_IN_SET('gift', `tags`) > 0;
ALTER TABLE `orders` MODIFY `tags` SET('present', 'rush') NULL;

-- CreateObject
CREATE OR REPLACE VIEW `active` AS SELECT id FROM orders WHERE state = 'active';

-- CreateObject
CREATE OR REPLACE VIEW `counted` AS SELECT count(*) AS number FROM active;
