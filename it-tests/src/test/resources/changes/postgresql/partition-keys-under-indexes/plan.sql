-- DropIndex
DROP INDEX "event_once" CASCADE;

-- AlterTable
ALTER TABLE ONLY "event" ADD CONSTRAINT "event_pkey" PRIMARY KEY ("region", "id");

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.event_north.event_north_pkey: it fails if (region, id) holds duplicates or NULLs
-- hazard: blocks-reads: table public.event_north: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "event_north" ADD CONSTRAINT "event_north_pkey" PRIMARY KEY ("region", "id");
ALTER INDEX "event_pkey" ATTACH PARTITION "event_north_pkey";

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.event_south.event_south_pkey: it fails if (region, id) holds duplicates or NULLs
-- hazard: blocks-reads: table public.event_south: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "event_south" ADD CONSTRAINT "event_south_pkey" PRIMARY KEY ("region", "id");
ALTER INDEX "event_pkey" ATTACH PARTITION "event_south_pkey";

-- CreateIndex
CREATE UNIQUE INDEX "visit_once" ON ONLY "visit"("region", "id");

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.visit_north.visit_north_pkey: it fails if (region, id) holds duplicates or NULLs
-- hazard: blocks-reads: table public.visit_north: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "visit_north" ADD CONSTRAINT "visit_north_pkey" PRIMARY KEY ("region", "id");
ALTER INDEX "visit_once" ATTACH PARTITION "visit_north_pkey";
