-- AlterEnum
-- hazard: table-rewrite: table public.leases: every row of it is written anew
-- hazard: blocks-reads: table public.leases: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
-- hazard: fails-on-existing-rows: column public.leases.during: it fails where values are there that cannot become public.span
ALTER TABLE "leases" ALTER COLUMN "during" TYPE TEXT USING ("during"::text);
DROP TYPE "span";
CREATE TYPE "span" AS RANGE (SUBTYPE = BIGINT);
ALTER TABLE "leases" ALTER COLUMN "during" TYPE "span" USING ("during"::text::"span");
