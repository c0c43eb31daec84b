-- AlterTable
-- hazard: table-rewrite: table orders: every row of it is written anew
-- hazard: blocks-writes: table orders: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `orders` MODIFY `note` VARCHAR(80) CHARACTER SET latin1 COLLATE latin1_swedish_ci NOT NULL DEFAULT 'none' COMMENT 'for the clerk',
    MODIFY `changed` DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6) COMMENT 'by the server',
    MODIFY `secret` BIGINT NULL INVISIBLE COMMENT 'hidden';
