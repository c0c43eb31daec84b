-- DropIndex
DROP INDEX "t_g";

-- CreateIndex
-- hazard: blocks-writes: table public.t: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "t_g" ON "t"("g" text_pattern_ops);
