-- ChangePartitions
-- hazard: fails-on-existing-rows: table rest: it fails if a row fits no partition
-- hazard: table-rewrite: table rest: every row of it is written anew
-- hazard: blocks-writes: table rest: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `rest` REORGANIZE PARTITION `z` INTO (PARTITION `b` VALUES LESS THAN (20), PARTITION `z` VALUES LESS THAN (MAXVALUE));

-- ChangePartitions
-- hazard: data-loss: table ring: every row of c is lost
ALTER TABLE `ring` DROP PARTITION `c`;

-- ChangePartitions
-- hazard: fails-on-existing-rows: table visit: it fails if a row fits no partition
-- hazard: table-rewrite: table visit: every row of it is written anew
-- hazard: blocks-writes: table visit: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `visit` REORGANIZE PARTITION `y20`, `y21` INTO (PARTITION `y21` VALUES LESS THAN (2022));

-- ChangePartitions
ALTER TABLE `visit` ADD PARTITION (PARTITION `y23` VALUES LESS THAN (2024));
