-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.booked.once: it fails if two rows exclude each other
-- hazard: blocks-reads: table public.booked: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "booked" DROP CONSTRAINT "once",
ADD CONSTRAINT "once" EXCLUDE USING gist ("during" WITH &&) INCLUDE ("note", "by_whom");

-- CreateTable
CREATE TABLE "more" (
    "during" int4range,
    "note" TEXT,

    CONSTRAINT "more_during_note_excl" EXCLUDE USING gist ("during" WITH &&) INCLUDE ("note")
);
