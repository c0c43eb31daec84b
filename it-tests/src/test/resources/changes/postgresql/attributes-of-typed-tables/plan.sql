-- AlterTable
ALTER TABLE "guests" NOT OF;

-- AlterTable
ALTER TABLE "people" NOT OF;

-- CreateObject
ALTER TYPE "person" DROP ATTRIBUTE "born", ALTER ATTRIBUTE "id" TYPE BIGINT, ALTER ATTRIBUTE "name" TYPE VARCHAR(90), ADD ATTRIBUTE "mail" TEXT;

-- DropObject
-- hazard: recreated: view public.names: it is dropped and made anew
-- hazard: privileges-lost: view public.names: what was granted on it goes with it, and must be granted again
DROP VIEW "names";

-- AlterTable
-- hazard: data-loss: column public.people.born: every value of the column is lost
-- hazard: fails-on-existing-rows: column public.people.name: it fails where values are longer than 90 characters
-- hazard: table-rewrite: table public.people: every row of it is written anew
-- hazard: blocks-reads: table public.people: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "people" DROP COLUMN "born",
ADD COLUMN     "mail" TEXT,
ALTER COLUMN "id" SET DATA TYPE BIGINT,
ALTER COLUMN "name" SET DATA TYPE VARCHAR(90),
OF "person";

-- CreateObject
CREATE VIEW "names" ("name") AS SELECT "people"."name" AS "name" FROM "people";
