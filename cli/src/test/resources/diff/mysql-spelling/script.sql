-- AlterTable
ALTER TABLE `t` CHANGE `name` `Name` VARCHAR(20) NOT NULL DEFAULT 'x';
