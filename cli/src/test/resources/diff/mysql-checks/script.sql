-- AlterTable
-- hazard: fails-on-existing-rows: constraint bill.bounded: it fails if a row violates the condition
-- hazard: fails-on-existing-rows: constraint bill.come: it fails if a row violates the condition
-- hazard: table-rewrite: table bill: every row of it is written anew
-- hazard: blocks-writes: table bill: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `bill` DROP CHECK `bounded`,
    DROP CHECK `gone`,
    ADD CONSTRAINT `bounded` CHECK (`paid` <= `cents`),
    ADD CONSTRAINT `come` CHECK (`paid` >= 0),
    ALTER CHECK `positive` NOT ENFORCED;
