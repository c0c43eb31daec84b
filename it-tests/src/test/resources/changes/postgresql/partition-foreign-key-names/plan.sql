-- DropForeignKey
ALTER TABLE "event" DROP CONSTRAINT "is_somewhere";

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.event.is_somewhere: it fails if (region) holds values that public.region lacks
-- hazard: blocks-writes: table public.event: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.event_north: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.event_south: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
-- hazard: blocks-writes: table public.region: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "event" ADD CONSTRAINT "is_somewhere" FOREIGN KEY ("region") REFERENCES "region"("name") ON DELETE CASCADE ON UPDATE NO ACTION;

-- RenameForeignKey
ALTER TABLE "event_north" RENAME CONSTRAINT "is_somewhere" TO "is_in_north";
