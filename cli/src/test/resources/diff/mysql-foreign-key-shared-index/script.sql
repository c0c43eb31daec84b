-- CreateIndex
CREATE INDEX `in_club` ON `member`(`club`);

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint member.same_club: it fails if (club) holds values that club lacks
-- hazard: table-rewrite: table member: every row of it is written anew
-- hazard: blocks-writes: table member: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `member` ADD CONSTRAINT `same_club` FOREIGN KEY (`club`) REFERENCES `club`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint member.in_club: it fails if (club) holds values that club lacks
-- hazard: table-rewrite: table member: every row of it is written anew
-- hazard: blocks-writes: table member: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `member` ADD CONSTRAINT `in_club` FOREIGN KEY (`club`) REFERENCES `club`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
