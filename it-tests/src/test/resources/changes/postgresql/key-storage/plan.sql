-- AlterTable
ALTER INDEX "accounts_pkey" RESET (fillfactor);
ALTER INDEX "one_email" SET (fillfactor = '50');
ALTER INDEX "one_code" SET (fillfactor = '85');
ALTER INDEX "one_code" RESET (deduplicate_items);
ALTER INDEX "apart" SET (buffering = 'on');
ALTER INDEX "by_code" SET (fillfactor = '95');

-- AlterTable
ALTER TABLE "entries" DROP CONSTRAINT "one_day";
ALTER TABLE ONLY "entries" ADD CONSTRAINT "one_day" UNIQUE ("id", "day") WITH (fillfactor = '65');

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.entries_high.entries_high_id_day_key: it fails if (id, day) holds duplicates
-- hazard: blocks-reads: table public.entries_high: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "entries_high" ADD CONSTRAINT "entries_high_id_day_key" UNIQUE ("id", "day") WITH (fillfactor = '65');
ALTER INDEX "high_key" SET (fillfactor = '55');
ALTER INDEX "one_day" ATTACH PARTITION "entries_high_id_day_key";

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.entries_low.entries_low_id_day_key: it fails if (id, day) holds duplicates
-- hazard: blocks-reads: table public.entries_low: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "entries_low" ADD CONSTRAINT "entries_low_id_day_key" UNIQUE ("id", "day") WITH (fillfactor = '65');
ALTER INDEX "entries_low_pkey" SET (fillfactor = '77');
ALTER INDEX "one_day" ATTACH PARTITION "entries_low_id_day_key";

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.orders.orders_key: it fails if (id) holds duplicates or NULLs
-- hazard: blocks-reads: table public.orders: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "orders" DROP CONSTRAINT "orders_key",
ADD CONSTRAINT "orders_key" PRIMARY KEY ("id") INCLUDE ("account") WITH (fillfactor = '75');

-- CreateTable
CREATE TABLE "copy" (
    "id" INTEGER NOT NULL,
    "email" TEXT,
    "code" INTEGER,
    "span" int4range,

    CONSTRAINT "copy_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "copy_code_key" UNIQUE ("code") WITH (fillfactor = '85'),
    CONSTRAINT "copy_email_key" UNIQUE ("email") WITH (fillfactor = '50'),
    CONSTRAINT "copy_span_excl" EXCLUDE USING gist ("span" WITH &&) WITH (buffering = 'on', fillfactor = '60') WHERE ("code" > 0)
);

-- CreateIndex
CREATE INDEX "copy_code_idx" ON "copy"("code") WITH (fillfactor = '95');
