-- RenameTable
ALTER TABLE "events" RENAME CONSTRAINT "events_pkey" TO "events_pkey_old";
ALTER INDEX "events_kind" RENAME TO "events_kind_old";
ALTER TABLE "events" RENAME TO "events_old";
ALTER SEQUENCE events_id_seq OWNED BY NONE;

-- DropForeignKey
ALTER TABLE "details" DROP CONSTRAINT "details_event_day_fkey";

-- DropForeignKey
ALTER TABLE "events_old" DROP CONSTRAINT "events_kind_fkey";

-- CreateTable
CREATE TABLE "events" (
    "id" INTEGER NOT NULL DEFAULT nextval('"events_id_seq"'::regclass),
    "day" DATE NOT NULL,
    "kind" INTEGER,
    "note" TEXT DEFAULT 'none',

    CONSTRAINT "events_pkey" PRIMARY KEY ("id","day")
) PARTITION BY RANGE ("day");
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;
ALTER SEQUENCE events_id_seq OWNED BY "events"."id";

-- CreateTable
CREATE TABLE "events_2024" (
    "id" INTEGER NOT NULL DEFAULT nextval('"events_id_seq"'::regclass),
    "day" DATE NOT NULL,
    "kind" INTEGER,
    "note" TEXT DEFAULT 'none',

    CONSTRAINT "events_2024_pkey" PRIMARY KEY ("id","day")
);

-- CreateTable
CREATE TABLE "events_rest" (
    "id" INTEGER NOT NULL DEFAULT nextval('"events_id_seq"'::regclass),
    "day" DATE NOT NULL,
    "kind" INTEGER,
    "note" TEXT DEFAULT 'none',

    CONSTRAINT "events_rest_pkey" PRIMARY KEY ("id","day")
);

-- CreateIndex
CREATE INDEX "events_kind" ON "events"("kind");

-- CreateIndex
CREATE INDEX "events_2024_kind_idx" ON "events_2024"("kind");

-- CreateIndex
CREATE INDEX "events_rest_kind_idx" ON "events_rest"("kind");

-- AlterTable
ALTER TABLE "events" ATTACH PARTITION "events_2024" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- AlterTable
ALTER TABLE "events" ATTACH PARTITION "events_rest" DEFAULT;

-- MoveRows
-- hazard: fails-on-existing-rows: table public.events: it fails where no partition takes a row
-- hazard: table-rewrite: table public.events: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.events: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.events: what was granted on the old one goes with it, and must be granted again
INSERT INTO "events" ("id", "day", "kind", "note") SELECT "id", "day", "kind", "note" FROM "events_old";

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.details.details_event_day_fkey: it fails if (event, day) holds values that public.events lacks
-- hazard: blocks-writes: table public.details: nobody writes to it while its rows are read (SHARE ROW EXCLUSIVE)
ALTER TABLE "details" ADD CONSTRAINT "details_event_day_fkey" FOREIGN KEY ("event", "day") REFERENCES "events"("id", "day") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
-- hazard: fails-on-existing-rows: constraint public.events.events_kind_fkey: it fails if (kind) holds values that public.kinds lacks
ALTER TABLE "events" ADD CONSTRAINT "events_kind_fkey" FOREIGN KEY ("kind") REFERENCES "kinds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- CreateObject
CREATE OR REPLACE VIEW "today" ("id", "kind") AS SELECT "events"."id" AS "id", "events"."kind" AS "kind" FROM "events" WHERE "events"."day" = '2024-05-01';

-- DropTable
DROP TABLE "events_old";

-- CreateObject
CREATE TRIGGER "stamped" BEFORE INSERT ON "events" FOR EACH ROW EXECUTE FUNCTION "stamp"();

-- CreateObject
CREATE POLICY "own" ON "events" USING ("events"."kind" > 0);

-- Comment
COMMENT ON COLUMN "events"."note" IS 'by hand';
