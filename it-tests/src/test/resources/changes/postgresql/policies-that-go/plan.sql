-- DropObject
DROP POLICY "ranked" ON "bindings";

-- DropObject
DROP POLICY "own" ON "manifests";

-- AlterTable
-- hazard: data-loss: column public.channels.rank: every value of the column is lost
ALTER TABLE "channels" DROP COLUMN "rank";

-- DropTable
-- hazard: data-loss: table public.apps: every row of the table is lost
DROP TABLE "apps";

-- DropTable
-- hazard: data-loss: table public.bindings: every row of the table is lost
DROP TABLE "bindings";

-- DropTable
-- hazard: data-loss: table public.manifests: every row of the table is lost
DROP TABLE "manifests";
