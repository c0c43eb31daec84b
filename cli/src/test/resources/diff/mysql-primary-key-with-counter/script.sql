-- AlterTable
-- hazard: fails-on-existing-rows: constraint log.PRIMARY: it fails if (day, id) holds duplicates or NULLs
-- hazard: table-rewrite: table log: every row of it is written anew
ALTER TABLE `log` DROP PRIMARY KEY,
    ADD INDEX `counter`(`id`),
    ADD PRIMARY KEY (`day`, `id`);

-- AlterTable
-- hazard: fails-on-existing-rows: constraint tally.PRIMARY: it fails if (id) holds duplicates or NULLs
-- hazard: fails-on-existing-rows: index tally.day: it fails if (day) holds duplicates
-- hazard: table-rewrite: table tally: every row of it is written anew
-- hazard: blocks-writes: table tally: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `tally` DROP PRIMARY KEY,
    ADD COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT FIRST,
    ADD PRIMARY KEY (`id`),
    ADD UNIQUE INDEX `day`(`day`);

-- AlterTable
-- hazard: fails-on-existing-rows: constraint ticket.PRIMARY: it fails if (code) holds duplicates or NULLs
-- hazard: table-rewrite: table ticket: every row of it is written anew
-- hazard: blocks-writes: table ticket: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `ticket` DROP PRIMARY KEY,
    MODIFY `id` INTEGER NOT NULL,
    ADD PRIMARY KEY (`code`);
