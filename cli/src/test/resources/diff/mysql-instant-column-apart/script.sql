-- AlterTable
ALTER TABLE `parcel` ADD COLUMN `sent` DATE NULL AFTER `id`;

-- CreateIndex
ALTER TABLE `parcel` ADD INDEX `by_sent`(`sent`),
    ADD INDEX `by_town`(`town`);
