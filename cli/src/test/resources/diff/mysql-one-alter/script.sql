-- AlterTable
-- hazard: data-loss: column parcel.old: every value of the column is lost
-- hazard: fails-on-existing-rows: column parcel.weight: it fails if the column holds a NULL
-- hazard: fails-on-existing-rows: column parcel.weight: it fails where values are out of range
-- hazard: fails-on-existing-rows: index parcel.once: it fails if (town, sent) holds duplicates
-- hazard: table-rewrite: table parcel: every row of it is written anew
-- hazard: blocks-writes: table parcel: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `parcel` DROP INDEX `by_old`,
    DROP COLUMN `old`,
    ADD COLUMN `sent` DATE NULL,
    MODIFY `weight` DECIMAL(9, 3) NOT NULL DEFAULT 0.000,
    ADD INDEX `by_weight`(`weight`),
    ADD UNIQUE INDEX `once`(`town`, `sent`),
    RENAME INDEX `by_town` TO `by_place`;
