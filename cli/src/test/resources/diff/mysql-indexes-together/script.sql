-- AlterTable
ALTER TABLE `page` DROP INDEX `by_title`,
    DROP INDEX `words`,
    ADD INDEX `by_both`(`title`, `id`),
    ADD INDEX `by_title`(`title` DESC);

-- CreateIndex
-- hazard: table-rewrite: table page: every row of it is written anew
-- hazard: blocks-writes: table page: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
CREATE FULLTEXT INDEX `titles` ON `page`(`title`);

-- CreateIndex
-- hazard: table-rewrite: table page: every row of it is written anew
-- hazard: blocks-writes: table page: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
CREATE FULLTEXT INDEX `words` ON `page`(`title`, `body`);
