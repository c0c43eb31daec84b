-- AlterTable
-- hazard: fails-on-existing-rows: column notes.body: it fails where values are longer than 50
-- hazard: table-rewrite: table notes: every row of it is written anew
-- hazard: blocks-writes: table notes: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `notes` DROP INDEX `body`,
    MODIFY `body` VARCHAR(50) NULL,
    ADD INDEX `body`(`body`);
