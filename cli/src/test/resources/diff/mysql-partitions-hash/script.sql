-- RemovePartitions
-- hazard: table-rewrite: table none: every row of it is written anew
-- hazard: blocks-writes: table none: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `none` REMOVE PARTITIONING;

-- AlterTable
ALTER TABLE `some` ADD COLUMN `x` INTEGER NULL;

-- ChangePartitions
-- hazard: table-rewrite: table less: every row of it is written anew
-- hazard: blocks-writes: table less: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `less` COALESCE PARTITION 1;

-- ChangePartitions
-- hazard: table-rewrite: table more: every row of it is written anew
-- hazard: blocks-writes: table more: nobody writes to it while its rows are written anew (ALGORITHM=INPLACE, LOCK=SHARED)
ALTER TABLE `more` ADD PARTITION PARTITIONS 2;

-- ChangePartitions
-- hazard: fails-on-existing-rows: table other: it fails if a row fits no partition
-- hazard: table-rewrite: table other: every row of it is written anew
-- hazard: blocks-writes: table other: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `other` PARTITION BY LINEAR HASH (`id`) PARTITIONS 2;

-- ChangePartitions
-- hazard: fails-on-existing-rows: table some: it fails if a row fits no partition
-- hazard: table-rewrite: table some: every row of it is written anew
-- hazard: blocks-writes: table some: nobody writes to it while its rows are written anew (ALGORITHM=COPY, LOCK=SHARED)
ALTER TABLE `some` PARTITION BY HASH (`id`) PARTITIONS 2;
