-- AlterTable
-- hazard: fails-on-existing-rows: column public.latter.b: it is NOT NULL and has no default, so it cannot be added to a table with rows
-- hazard: blocks-reads: table public.latter: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "latter" ADD COLUMN     "b" INTEGER CONSTRAINT "b_is_there" NOT NULL;

-- AlterTable
ALTER TABLE "p" RENAME CONSTRAINT "a_is_there" TO "a_must_be_there";

-- AlterTable
-- hazard: fails-on-existing-rows: column public.t.nullable: it fails if the column holds a NULL
-- hazard: fails-on-existing-rows: column public.t.waiting: it fails if the column holds a NULL
-- hazard: blocks-reads: table public.t: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "t" RENAME CONSTRAINT "t_implied_not_null" TO "told";
ALTER TABLE "t" RENAME CONSTRAINT "one" TO "two";
ALTER TABLE "t" ALTER CONSTRAINT "inherits_not" INHERIT,
ADD CONSTRAINT "now" NOT NULL "nullable",
VALIDATE CONSTRAINT "waits",
ALTER COLUMN "checked" DROP NOT NULL,
ADD NOT NULL "checked" NOT VALID;

-- CreateTable
CREATE TABLE "fresh" (
    "a" INTEGER CONSTRAINT "a_in_fresh" NOT NULL,
    "b" INTEGER
);
ALTER TABLE "fresh" ADD NOT NULL "b" NOT VALID;
