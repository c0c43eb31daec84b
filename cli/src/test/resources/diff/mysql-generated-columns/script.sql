-- AlterTable
-- hazard: table-rewrite: table box: every row of it is written anew
-- hazard: blocks-writes: table box: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `box` DROP INDEX `by_area`,
    DROP COLUMN `area`,
    ADD COLUMN `area` INTEGER GENERATED ALWAYS AS (`w` * `h`) STORED NULL AFTER `h`,
    MODIFY `rim` INTEGER GENERATED ALWAYS AS ((`w` + `h`) * 2) STORED NULL,
    MODIFY `half` INTEGER GENERATED ALWAYS AS (`w` DIV 2) VIRTUAL NULL,
    ADD INDEX `by_area`(`area`);
