-- DropForeignKey
ALTER TABLE `member` DROP FOREIGN KEY `in_club`;

-- AlterTable
-- hazard: table-rewrite: table club: every row of it is written anew
-- hazard: blocks-writes: table club: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `club` MODIFY `id` BIGINT NOT NULL;

-- AlterTable
-- hazard: table-rewrite: table member: every row of it is written anew
-- hazard: blocks-writes: table member: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `member` MODIFY `club` BIGINT NULL;

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint member.in_club: it fails if (club) holds values that club lacks
-- hazard: table-rewrite: table member: every row of it is written anew
-- hazard: blocks-writes: table member: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `member` ADD CONSTRAINT `in_club` FOREIGN KEY (`club`) REFERENCES `club`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
