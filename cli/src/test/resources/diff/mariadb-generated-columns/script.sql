-- AlterTable
-- hazard: table-rewrite: table box: every row of it is written anew
ALTER TABLE `box` DROP INDEX `by_area`,
    DROP COLUMN `area`,
    DROP COLUMN `rim`,
    ADD COLUMN `area` INTEGER GENERATED ALWAYS AS (`w` * `h`) STORED,
    ADD COLUMN `rim` INTEGER GENERATED ALWAYS AS ((`w` + `h`) * 2) STORED,
    ADD INDEX `by_area`(`area`);
