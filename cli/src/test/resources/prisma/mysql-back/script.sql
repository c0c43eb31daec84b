-- AlterTable
ALTER TABLE `Ship` ADD COLUMN `flag` VARCHAR(9) NULL;

-- CreateTable
CREATE TABLE `Berth` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `quay` VARCHAR(40) NOT NULL,
    `number` INTEGER NOT NULL,

    INDEX `Berth_number_idx`(`number` ASC),
    UNIQUE INDEX `Berth_quay_number_key`(`quay` ASC, `number` DESC),
    PRIMARY KEY (`id` ASC)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateIndex
CREATE UNIQUE INDEX `Ship_name_key` ON `Ship`(`name` ASC);
