-- CreateIndex
-- hazard: fails-on-existing-rows: index User.User_name_key: it fails if (name) holds duplicates
CREATE UNIQUE INDEX `User_name_key` ON `User`(`name`);
