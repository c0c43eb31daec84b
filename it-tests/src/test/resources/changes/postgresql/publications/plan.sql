-- DropObject
-- hazard: recreated: publication everything: it is dropped and made anew, and its subscribers must be refreshed
DROP PUBLICATION "everything";

-- CreateObject
ALTER PUBLICATION "feed" DROP TABLE "items";

-- DropObject
-- hazard: breaks-clients: publication gone: its subscribers get no more changes
DROP PUBLICATION "gone";

-- DropTable
-- hazard: data-loss: table public.old: every row of the table is lost
DROP TABLE "old";

-- CreateTable
CREATE TABLE "app"."notes" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- CreateObject
CREATE PUBLICATION "everything" FOR ALL TABLES;

-- CreateObject
ALTER PUBLICATION "feed" ADD TABLE "app"."notes", "app"."users";

-- CreateObject
ALTER PUBLICATION "feed" SET (PUBLISH = 'delete, insert, truncate, update', PUBLISH_VIA_PARTITION_ROOT = true);

-- CreateObject
CREATE PUBLICATION "new_one" FOR TABLE "items" WITH (PUBLISH = 'delete, update');
