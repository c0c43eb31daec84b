-- CreateSequence
CREATE SEQUENCE `come` MAXVALUE 1000 CYCLE;

-- AlterSequence
ALTER SEQUENCE `counter` START WITH 1 INCREMENT BY 10 MINVALUE 1 MAXVALUE 9223372036854775806 CACHE 1000;

-- AlterTable
-- hazard: table-rewrite: table price: every row of it is written anew
ALTER TABLE `price` ADD SYSTEM VERSIONING;

-- AlterTable
-- hazard: data-loss: table stock: every old version of its rows is lost
-- hazard: table-rewrite: table stock: every row of it is written anew
ALTER TABLE `stock` DROP SYSTEM VERSIONING;

-- DropSequence
-- hazard: data-loss: sequence gone: the number that it has come to is lost
DROP SEQUENCE `gone`;
