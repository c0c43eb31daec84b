-- DropIndex
DROP INDEX "changed";

-- DropIndex
DROP INDEX "gone";

-- CreateIndex
-- hazard: fails-on-existing-rows: index public.t.changed: it fails if () holds duplicates
-- hazard: blocks-writes: table public.t: nobody writes to it while its rows are read (SHARE)
CREATE UNIQUE INDEX "changed" ON "t"(lower("b") DESC NULLS LAST) WHERE ("a" > 0);

-- CreateIndex
-- hazard: blocks-writes: table public.t: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "covering" ON "t"("a") INCLUDE ("b");

-- CreateIndex
-- hazard: blocks-writes: table public.t: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "fresh" ON "t" USING GIN ("c" jsonb_path_ops) WITH (fastupdate = 'off');
