-- DropObject
DROP VIEW `gone`;

-- AlterTable
-- hazard: data-loss: column t.b: every value of the column is lost
ALTER TABLE `t` DROP COLUMN `b`,
    ADD COLUMN `c` INTEGER NULL;

-- CreateObject
CREATE OR REPLACE VIEW `base` AS SELECT id, a, c FROM t;

-- CreateObject
CREATE OR REPLACE VIEW `above` AS SELECT id, c FROM base;

-- CreateObject
CREATE VIEW `alone` AS SELECT c FROM above;
