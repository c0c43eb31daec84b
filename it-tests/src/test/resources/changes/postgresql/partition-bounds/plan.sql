-- AlterTable
ALTER TABLE "logs" DETACH PARTITION "logs_new";

-- AlterTable
ALTER TABLE "logs" DETACH PARTITION "logs_old";

-- AlterTable
ALTER TABLE "logs" DETACH PARTITION "logs_rest";

-- AlterTable
ALTER TABLE "logs" ATTACH PARTITION "logs_new" FOR VALUES FROM ('2021-06-01') TO ('2022-06-01');

-- AlterTable
ALTER TABLE "logs" ATTACH PARTITION "logs_old" FOR VALUES FROM ('2020-01-01') TO ('2021-06-01');
