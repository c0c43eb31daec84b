-- DropObject
DROP PROCEDURE `clear`;

-- CreateObject
-- hazard: recreated: routine twice.function: it is dropped and made anew
-- hazard: privileges-lost: routine twice.function: what was granted on it goes with it, and must be granted again
DROP FUNCTION `twice`;
CREATE FUNCTION `twice` (`x` INTEGER) RETURNS INTEGER DETERMINISTIC RETURN x + x;

-- CreateObject
DROP TRIGGER `first`;
CREATE TRIGGER `first` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `second` SET NEW.n = 10;

-- CreateObject
CREATE TRIGGER `third` AFTER DELETE ON `t` FOR EACH ROW SET @n = 1;

-- CreateObject
ALTER EVENT `nightly` ON SCHEDULE EVERY 2 DAY COMMENT 'slower';
