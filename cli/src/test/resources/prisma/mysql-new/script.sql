-- CreateTable
CREATE TABLE `members` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `email` VARCHAR(100) NOT NULL,
    `rank` ENUM('LOW', 'top') NOT NULL DEFAULT 'top',
    `joined` DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    `born` DATETIME(3) NOT NULL DEFAULT '2001-02-03 04:05:06 +00:00',
    `score` DECIMAL(10, 2) NOT NULL DEFAULT 1.50,
    `data` JSON NOT NULL,
    `picture` LONGBLOB NOT NULL,
    `shape` point NULL,
    `token` CHAR(36) NOT NULL DEFAULT (uuid()),
    `changed` DATETIME(3) NOT NULL,
    `bossId` INTEGER NULL,

    UNIQUE INDEX `members_email_key`(`email`),
    INDEX `members_joined_score_idx`(`joined` DESC, `score`),
    INDEX `short`(`email`(10)),
    FULLTEXT INDEX `words`(`email`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Club` (
    `code` VARCHAR(8) NOT NULL,

    PRIMARY KEY (`code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Ticket` (
    `memberId` INTEGER NOT NULL,
    `number` BIGINT NOT NULL,

    UNIQUE INDEX `Ticket_memberId_key`(`memberId`),
    PRIMARY KEY (`memberId`, `number`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `_ClubToMember` (
    `A` VARCHAR(8) NOT NULL,
    `B` INTEGER NOT NULL,

    UNIQUE INDEX `_ClubToMember_AB_unique`(`A`, `B`),
    INDEX `_ClubToMember_B_index`(`B`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `members` ADD CONSTRAINT `members_bossId_fkey` FOREIGN KEY (`bossId`) REFERENCES `members`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Ticket` ADD CONSTRAINT `Ticket_memberId_fkey` FOREIGN KEY (`memberId`) REFERENCES `members`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `_ClubToMember` ADD CONSTRAINT `_ClubToMember_A_fkey` FOREIGN KEY (`A`) REFERENCES `Club`(`code`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `_ClubToMember` ADD CONSTRAINT `_ClubToMember_B_fkey` FOREIGN KEY (`B`) REFERENCES `members`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
