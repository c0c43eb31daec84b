-- DropForeignKey
ALTER TABLE `Member` DROP FOREIGN KEY `Member_teamId_fkey`;

-- AlterTable
ALTER TABLE `Member` DROP COLUMN `alias`,
    ADD COLUMN `created` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    MODIFY `age` VARCHAR(191) NULL,
    MODIFY `level` ENUM('A', 'C') NOT NULL DEFAULT 'A',
    MODIFY `score` INTEGER NOT NULL,
    MODIFY `teamId` BIGINT NOT NULL;

-- AlterTable
ALTER TABLE `Team` DROP PRIMARY KEY,
    MODIFY `id` BIGINT NOT NULL,
    ADD PRIMARY KEY (`id`);

-- DropTable
DROP TABLE `Gone`;

-- CreateTable
CREATE TABLE `Badge` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `label` VARCHAR(191) NOT NULL,
    `memberId` INTEGER NOT NULL,

    UNIQUE INDEX `Badge_label_key`(`label`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateIndex
CREATE INDEX `Member_id_age_idx` ON `Member`(`id`, `age` DESC);

-- AddForeignKey
ALTER TABLE `Member` ADD CONSTRAINT `Member_teamId_fkey` FOREIGN KEY (`teamId`) REFERENCES `Team`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Badge` ADD CONSTRAINT `Badge_memberId_fkey` FOREIGN KEY (`memberId`) REFERENCES `Member`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- RenameIndex
ALTER TABLE `Member` RENAME INDEX `old_name` TO `new_name`;
