-- DropIndex
DROP INDEX `Member_age_idx` ON `Member`;

-- DropIndex
DROP INDEX `Member_captainOf_key` ON `Member`;
