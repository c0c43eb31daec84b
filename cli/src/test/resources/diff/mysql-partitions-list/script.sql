-- ChangePartitions
ALTER TABLE `bin` ADD PARTITION (PARTITION `west` VALUES IN (7));

-- ChangePartitions
-- hazard: fails-on-existing-rows: table sale: it fails if a row fits no partition
-- hazard: table-rewrite: table sale: every row of it is written anew
-- hazard: blocks-writes: table sale: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `sale` REORGANIZE PARTITION `south`, `lost` INTO (PARTITION `south` VALUES IN (3, 4, 5));
