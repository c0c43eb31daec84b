-- DropForeignKey
ALTER TABLE `b` DROP FOREIGN KEY `f`;

-- AlterTable
-- hazard: table-rewrite: table a: every row of it is written anew
-- hazard: blocks-writes: table a: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `a` MODIFY `code` VARCHAR(200) NOT NULL;

-- AlterTable
-- hazard: table-rewrite: table b: every row of it is written anew
-- hazard: blocks-writes: table b: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `b` DROP INDEX `f`,
    MODIFY `code` VARCHAR(200) NULL,
    ADD INDEX `f`(`code`);

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint b.f: it fails if (code) holds values that a lacks
-- hazard: table-rewrite: table b: every row of it is written anew
-- hazard: blocks-writes: table b: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `b` ADD CONSTRAINT `f` FOREIGN KEY (`code`) REFERENCES `a`(`code`) ON DELETE NO ACTION ON UPDATE NO ACTION;
