-- AlterTable
-- hazard: fails-on-existing-rows: index club.code_id: it fails if (code, id) holds duplicates
ALTER TABLE `club` DROP INDEX `code`,
    ADD UNIQUE INDEX `code_id`(`code`, `id`);

-- AlterTable
ALTER TABLE `member` DROP INDEX `by_club`,
    ADD INDEX `by_club_id`(`club`, `id`);
