-- AlterTable
-- hazard: data-loss: column Member.alias: every value of the column is lost
-- hazard: table-rewrite: table Member: every row of it is written anew
-- hazard: blocks-writes: table Member: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `Member` DROP COLUMN `alias`,
    ADD COLUMN `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    ADD COLUMN `score` INTEGER NOT NULL,
    MODIFY `age` VARCHAR(191) NULL;

-- CreateTable
CREATE TABLE `Badge` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `label` VARCHAR(191) NOT NULL,
    `memberId` INTEGER NOT NULL,

    UNIQUE INDEX `Badge_label_key`(`label`),
    INDEX `Badge_memberId_fkey`(`memberId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `Badge` ADD CONSTRAINT `Badge_memberId_fkey` FOREIGN KEY (`memberId`) REFERENCES `Member`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
