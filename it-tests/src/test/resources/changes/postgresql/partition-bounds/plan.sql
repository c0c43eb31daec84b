-- AlterTable
ALTER TABLE "logs" DETACH PARTITION "logs_new";

-- AlterTable
ALTER TABLE "logs" DETACH PARTITION "logs_old";

-- AlterTable
ALTER TABLE "logs" DETACH PARTITION "logs_rest";

-- AlterTable
-- hazard: fails-on-existing-rows: table public.logs_new: it fails if a row is not within the partition's bounds
-- hazard: blocks-reads: table public.logs_new: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "logs" ATTACH PARTITION "logs_new" FOR VALUES FROM ('2021-06-01') TO ('2022-06-01');

-- AlterTable
-- hazard: fails-on-existing-rows: table public.logs_old: it fails if a row is not within the partition's bounds
-- hazard: blocks-reads: table public.logs_old: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "logs" ATTACH PARTITION "logs_old" FOR VALUES FROM ('2020-01-01') TO ('2021-06-01');
