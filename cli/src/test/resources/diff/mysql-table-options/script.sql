-- AlterTable
-- hazard: table-rewrite: table a: every row of it is written anew
ALTER TABLE `a` COMMENT = '' KEY_BLOCK_SIZE = 0 MAX_ROWS = 10 ROW_FORMAT = DYNAMIC STATS_PERSISTENT = DEFAULT;

-- AlterTable
-- hazard: table-rewrite: table b: every row of it is written anew
-- hazard: blocks-writes: table b: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `b` ENGINE = InnoDB COMMENT = 'new';
