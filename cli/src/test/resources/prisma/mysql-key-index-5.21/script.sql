-- DropIndex
DROP INDEX `Member_age_idx` ON `Member`;
