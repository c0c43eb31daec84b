-- AlterTable
-- hazard: table-rewrite: table t: every row of it is written anew
ALTER TABLE `t` ADD COLUMN `m` INTEGER NULL AFTER `b`,
    ADD COLUMN `n` INTEGER NULL FIRST,
    MODIFY `d` INTEGER NULL AFTER `id`;
