-- CreateObject
CREATE SERVER "music" FOREIGN DATA WRAPPER "far" OPTIONS (loud 'yes');

-- DropObject
DROP FOREIGN TABLE "lost";

-- DropObject
-- hazard: recreated: view public.titles: it is dropped and made anew
-- hazard: privileges-lost: view public.titles: what was granted on it goes with it, and must be granted again
DROP VIEW "titles";

-- DropObject
-- hazard: recreated: foreign table public.title: it is dropped and made anew
-- hazard: privileges-lost: foreign table public.title: what was granted on it goes with it, and must be granted again
DROP FOREIGN TABLE "title";

-- CreateObject
ALTER FOREIGN TABLE "author" OPTIONS (SET a '2', DROP b, ADD c '3', ADD d '4');

-- CreateObject
CREATE FOREIGN TABLE "song" (
    "id" BIGINT NOT NULL,
    "length" interval
) SERVER "music" OPTIONS (relation 'songs');
ALTER TABLE "song" ADD CONSTRAINT "heard" CHECK ("id" > 0) NOT VALID;

-- CreateObject
CREATE FOREIGN TABLE "title" (
    "id" INTEGER OPTIONS (name 'key') NOT NULL,
    "words" VARCHAR(80) COLLATE "C",
    "cover" "binding",
    "pages" INTEGER
) SERVER "books" OPTIONS (relation 'titles');

-- CreateObject
CREATE VIEW "titles" ("id", "words", "cover", "pages") AS SELECT "title"."id" AS "id", "title"."words" AS "words", "title"."cover" AS "cover", "title"."pages" AS "pages" FROM "title";
