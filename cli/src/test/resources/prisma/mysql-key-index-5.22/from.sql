CREATE TABLE `Team` (`id` int NOT NULL, PRIMARY KEY (`id`));
CREATE TABLE `Member` (
  `id` int NOT NULL,
  `teamId` int NOT NULL,
  `number` int NOT NULL,
  `captainOf` int NOT NULL,
  `age` int NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `Member_teamId_number_key` (`teamId`, `number`),
  KEY `Member_teamId_idx` (`teamId`),
  UNIQUE KEY `Member_captainOf_key` (`captainOf`),
  KEY `Member_captainOf_number_idx` (`captainOf`, `number`),
  KEY `Member_age_idx` (`age`),
  CONSTRAINT `Member_teamId_fkey` FOREIGN KEY (`teamId`) REFERENCES `Team` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT `Member_captainOf_fkey` FOREIGN KEY (`captainOf`) REFERENCES `Team` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE
);
