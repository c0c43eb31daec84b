CREATE TABLE Ship (id INT PRIMARY KEY, name VARCHAR(191) NOT NULL, flag VARCHAR(9), UNIQUE KEY Ship_name_key (name))
  DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE Berth (
  id INT AUTO_INCREMENT PRIMARY KEY,
  quay VARCHAR(40) NOT NULL,
  number INT NOT NULL,
  UNIQUE KEY Berth_quay_number_key (quay, number DESC),
  KEY Berth_number_idx (number)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
