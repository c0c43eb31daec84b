-- AlterTable
-- hazard: fails-on-existing-rows: column place.spot: it fails if a value has another spatial reference system
-- hazard: fails-on-existing-rows: constraint place.PRIMARY: it fails if (id) holds duplicates or NULLs
-- hazard: table-rewrite: table place: every row of it is written anew
ALTER TABLE `place` DROP PRIMARY KEY,
    MODIFY `spot` point NOT NULL SRID 4326,
    ADD PRIMARY KEY (`id`) COMMENT 'the number';

-- CreateIndex
-- hazard: blocks-writes: table place: nobody writes to it while its rows are read (ALGORITHM=INPLACE, LOCK=SHARED)
CREATE SPATIAL INDEX `by_spot` ON `place`(`spot`);
