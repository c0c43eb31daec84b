-- AlterTable
-- hazard: table-rewrite: table old_days: every row of it is written anew
-- hazard: blocks-writes: table old_days: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
SET @schemend_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_ZERO_DATE', ''), 'NO_ZERO_IN_DATE', '');
ALTER TABLE `old_days` MODIFY `n` BIGINT NULL,
    ADD INDEX `by_n`(`n`);
SET SESSION sql_mode = @schemend_sql_mode;

-- AlterTable
-- hazard: table-rewrite: table plain: every row of it is written anew
-- hazard: blocks-writes: table plain: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `plain` MODIFY `id` BIGINT NULL;

-- CreateTable
SET @schemend_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_ZERO_DATE', ''), 'NO_ZERO_IN_DATE', '');
CREATE TABLE `fresh` (
    `at` TIMESTAMP NOT NULL DEFAULT '0000-00-00 00:00:00'
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
SET SESSION sql_mode = @schemend_sql_mode;
