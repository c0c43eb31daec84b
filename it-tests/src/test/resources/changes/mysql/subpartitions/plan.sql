-- ChangePartitions
-- hazard: fails-on-existing-rows: table alike: it fails if a row fits no partition
-- hazard: table-rewrite: table alike: every row of it is written anew
-- hazard: blocks-writes: table alike: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `alike` REORGANIZE PARTITION `p0` INTO (PARTITION `p0` VALUES LESS THAN (2020) COMMENT = 'new');

-- ChangePartitions
-- hazard: fails-on-existing-rows: table fewer: it fails if a row fits no partition
-- hazard: table-rewrite: table fewer: every row of it is written anew
-- hazard: blocks-writes: table fewer: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `fewer` PARTITION BY RANGE (year(`d`)) SUBPARTITION BY HASH (dayofmonth(`d`)) SUBPARTITIONS 3 (PARTITION `p0` VALUES LESS THAN (2020), PARTITION `p1` VALUES LESS THAN (MAXVALUE));

-- ChangePartitions
-- hazard: fails-on-existing-rows: table told: it fails if a row fits no partition
-- hazard: table-rewrite: table told: every row of it is written anew
-- hazard: blocks-writes: table told: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `told` REORGANIZE PARTITION `p0`, `p1` INTO (PARTITION `p0` VALUES LESS THAN (2022) (SUBPARTITION `s0` COMMENT = 'first', SUBPARTITION `s1` COMMENT = 'old'), PARTITION `p1` VALUES LESS THAN (MAXVALUE) (SUBPARTITION `s2`, SUBPARTITION `s3` COMMENT = 'last'));
