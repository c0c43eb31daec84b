-- DropForeignKey
ALTER TABLE `member` DROP FOREIGN KEY `member_ibfk_1`;

-- AlterTable
ALTER TABLE `member` DROP INDEX `home`,
    ADD INDEX `home`(`home`);

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint member.member_ibfk_1: it fails if (home) holds values that team lacks
-- hazard: table-rewrite: table member: every row of it is written anew
-- hazard: blocks-writes: table member: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `member` ADD CONSTRAINT `member_ibfk_1` FOREIGN KEY (`home`) REFERENCES `team`(`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
