-- A Prisma project as Prisma writes its migrations.
-- migration 01_init
CREATE TABLE `User` (
    `id` INTEGER NOT NULL,
    `name` VARCHAR(191) NOT NULL,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- migration 02_unique
ALTER TABLE `User` ADD COLUMN `email` VARCHAR(191) NULL;
CREATE TABLE `Post` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `title` VARCHAR(191) NOT NULL,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE UNIQUE INDEX `User_name_key` ON `User`(`name`);
-- migration 03_author
ALTER TABLE `Post` ADD COLUMN `authorId` INTEGER NOT NULL;
ALTER TABLE `Post` ADD CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
-- migration 04_role
ALTER TABLE `User` ADD COLUMN `role` ENUM('USER', 'ADMIN') NOT NULL DEFAULT 'USER';
-- migration 05_timestamps
ALTER TABLE `Post` ADD COLUMN `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    ADD COLUMN `updatedAt` DATETIME(3) NOT NULL;
-- migration 06_more_roles
ALTER TABLE `User` MODIFY `role` ENUM('USER', 'ADMIN', 'EDITOR') NOT NULL DEFAULT 'USER';
-- migration 07_published
ALTER TABLE `Post` ADD COLUMN `published` BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX `Post_published_createdAt_idx` ON `Post`(`published`, `createdAt` DESC);
-- migration 08_optional_title
ALTER TABLE `Post` MODIFY `title` VARCHAR(191) NULL;
-- migration 09_longer
ALTER TABLE `Post` MODIFY `title` TEXT NULL;
-- migration 10_tags
CREATE TABLE `Tag` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `label` VARCHAR(40) NOT NULL,

    UNIQUE INDEX `Tag_label_key`(`label`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE `_PostToTag` (
    `A` INTEGER NOT NULL,
    `B` BIGINT NOT NULL,

    UNIQUE INDEX `_PostToTag_AB_unique`(`A`, `B`),
    INDEX `_PostToTag_B_index`(`B`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE `_PostToTag` ADD CONSTRAINT `_PostToTag_A_fkey` FOREIGN KEY (`A`) REFERENCES `Post`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE `_PostToTag` ADD CONSTRAINT `_PostToTag_B_fkey` FOREIGN KEY (`B`) REFERENCES `Tag`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
-- migration 11_price
ALTER TABLE `Post` ADD COLUMN `price` DECIMAL(65, 30) NOT NULL DEFAULT 0.5;
-- migration 12_json
ALTER TABLE `Post` ADD COLUMN `meta` JSON NULL;
-- migration 13_bytes
ALTER TABLE `Post` ADD COLUMN `cover` LONGBLOB NULL,
    ADD COLUMN `size` BIGINT UNSIGNED NULL;
-- migration 14_rename
ALTER TABLE `Post` RENAME COLUMN `meta` TO `metadata`;
-- migration 15_drop_published
DROP INDEX `Post_published_createdAt_idx` ON `Post`;
ALTER TABLE `Post` DROP COLUMN `published`;
-- migration 16_optional_author
ALTER TABLE `Post` DROP FOREIGN KEY `Post_authorId_fkey`;
ALTER TABLE `Post` MODIFY `authorId` INTEGER NULL;
ALTER TABLE `Post` ADD CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;
-- migration 17_profile
CREATE TABLE `Profile` (
    `id` CHAR(36) NOT NULL,
    `bio` TEXT NULL,
    `userId` INTEGER NOT NULL,
    `score` DOUBLE NOT NULL DEFAULT 1.5,

    UNIQUE INDEX `Profile_userId_key`(`userId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE `Profile` ADD CONSTRAINT `Profile_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `User`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
-- migration 18_enum_narrowed
ALTER TABLE `User` MODIFY `role` ENUM('USER', 'EDITOR', 'OWNER') NOT NULL DEFAULT 'USER';
-- migration 19_drop_tags
ALTER TABLE `_PostToTag` DROP FOREIGN KEY `_PostToTag_A_fkey`;
ALTER TABLE `_PostToTag` DROP FOREIGN KEY `_PostToTag_B_fkey`;
DROP TABLE `Tag`;
DROP TABLE `_PostToTag`;
-- migration 20_bigint
ALTER TABLE `Profile` DROP FOREIGN KEY `Profile_userId_fkey`;
ALTER TABLE `Profile` MODIFY `userId` BIGINT NOT NULL;
ALTER TABLE `Profile` ALTER COLUMN `score` SET DEFAULT 2;
-- migration 21_default_dropped
ALTER TABLE `Post` ALTER COLUMN `price` DROP DEFAULT;
-- migration 22_index_renamed
ALTER TABLE `User` RENAME INDEX `User_name_key` TO `User_handle_key`;
