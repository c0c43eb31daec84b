-- AlterTable
-- hazard: fails-on-existing-rows: column bill.owed: it fails if a row violates the condition
-- hazard: fails-on-existing-rows: constraint bill.bounded: it fails if a row violates the condition
-- hazard: table-rewrite: table bill: every row of it is written anew
ALTER TABLE `bill` DROP CONSTRAINT `bounded`,
    MODIFY `cents` BIGINT NOT NULL CHECK (`cents` > 0),
    MODIFY `paid` INTEGER NULL,
    MODIFY `owed` INTEGER NULL CHECK (`owed` > 5),
    ADD CONSTRAINT `bounded` CHECK (`paid` <= `cents`);
