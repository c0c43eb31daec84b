-- AlterTable
ALTER TABLE "lease" DROP CONSTRAINT "one";
ALTER TABLE ONLY "lease" ADD CONSTRAINT "one" EXCLUDE USING btree ("room" WITH =, "guest" WITH =);

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.lease_1.lease_1_room_guest_excl: it fails if two rows exclude each other
-- hazard: blocks-reads: table public.lease_1: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "lease_1" ADD CONSTRAINT "lease_1_room_guest_excl" EXCLUDE USING btree ("room" WITH =, "guest" WITH =);
ALTER INDEX "one" ATTACH PARTITION "lease_1_room_guest_excl";

-- AlterTable
ALTER TABLE ONLY "stay" ADD CONSTRAINT "rooms" EXCLUDE USING btree ("room" WITH =, "guest" WITH =);

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.stay_1.stay_1_room_guest_excl: it fails if two rows exclude each other
-- hazard: blocks-reads: table public.stay_1: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "stay_1" ADD CONSTRAINT "stay_1_room_guest_excl" EXCLUDE USING btree ("room" WITH =, "guest" WITH =);
ALTER INDEX "rooms" ATTACH PARTITION "stay_1_room_guest_excl";

-- AlterTable
ALTER INDEX "rooms" ATTACH PARTITION "own_rooms";

-- AlterTable
ALTER TABLE "visit" DROP CONSTRAINT "once";

-- CreateTable
CREATE TABLE "stay_3" (
    "room" INTEGER NOT NULL,
    "during" int4range,
    "guest" INTEGER,

    CONSTRAINT "rooms_of_three" EXCLUDE USING btree ("room" WITH =, "guest" WITH =)
);

-- AlterTable
-- hazard: fails-on-existing-rows: table public.stay_3: it fails if a row is not within the partition's bounds
ALTER TABLE "stay" ATTACH PARTITION "stay_3" FOR VALUES IN (3);
