-- CreateObject
CREATE OPERATOR "marks".!!! (FUNCTION = "marks"."turned", RIGHTARG = BOOLEAN);

-- DropObject
DROP VIEW "gone";

-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.scores.scores_points_check: it fails if a row violates the condition
-- hazard: blocks-reads: table public.scores: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "scores" ALTER COLUMN "passed" SET DEFAULT (1 OPERATOR("public".<<<) 2),
ADD CONSTRAINT "scores_points_check" CHECK ("points" OPERATOR("public".<<<) 100);

-- CreateIndex
-- hazard: blocks-writes: table public.scores: nobody writes to it while its rows are read (SHARE)
CREATE INDEX "scores_points_idx" ON "scores"("points") WHERE ("points" OPERATOR("public".<<<) 9);

-- CreateObject
CREATE VIEW "failed" ("points", "failed") AS SELECT "scores"."points" AS "points", OPERATOR("marks".!!!) "scores"."passed" AS "failed" FROM "scores" WHERE "scores"."points" OPERATOR("public".<<<) ANY (ARRAY[1, 2]);

-- CreateObject
CREATE VIEW "lowest" ("points") AS SELECT "scores"."points" AS "points" FROM "scores" WHERE "scores"."points" OPERATOR("public".<<<) ALL (SELECT "scores"."points" + 1 AS "?column?" FROM "scores");

-- CreateObject
CREATE VIEW "turned" ("turned") AS SELECT OPERATOR("marks".!!!) "scores"."passed" AS "turned" FROM "scores";
