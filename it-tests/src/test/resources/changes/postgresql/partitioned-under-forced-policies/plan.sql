-- RenameTable
ALTER TABLE "letters" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "letters" RENAME TO "letters_old";

-- CreateTable
CREATE TABLE "letters" (
    "id" INTEGER NOT NULL,
    "owner" TEXT NOT NULL
) PARTITION BY HASH ("id");
ALTER TABLE "letters" ENABLE ROW LEVEL SECURITY,
FORCE ROW LEVEL SECURITY;

-- CreateTable
CREATE TABLE "letters_0" (
    "id" INTEGER NOT NULL,
    "owner" TEXT NOT NULL
);

-- AlterTable
ALTER TABLE "letters" ATTACH PARTITION "letters_0" FOR VALUES WITH (MODULUS 1, REMAINDER 0);

-- MoveRows
-- hazard: fails-on-existing-rows: table public.letters: it fails where no partition takes a row
-- hazard: table-rewrite: table public.letters: every row of it is written anew, to another place
-- hazard: blocks-reads: table public.letters: nobody finds a row in it from the moment that the old one steps aside until this one is filled
-- hazard: privileges-lost: table public.letters: what was granted on the old one goes with it, and must be granted again
ALTER TABLE "letters" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "letters" ("id", "owner") SELECT "id", "owner" FROM "letters_old";
ALTER TABLE "letters" FORCE ROW LEVEL SECURITY;

-- DropTable
DROP TABLE "letters_old";

-- CreateObject
CREATE POLICY "own" ON "letters" USING ("letters"."owner" = CURRENT_USER);
