-- AlterTable
-- hazard: fails-on-existing-rows: constraint public.sign.sign_zone_check: it fails if a row violates the condition
-- hazard: blocks-reads: table public.sign: nobody reads or writes it while its rows are read (ACCESS EXCLUSIVE)
ALTER TABLE "sign" DROP CONSTRAINT "sign_zone_check",
ALTER COLUMN "word" SET DEFAULT 'STOP',
ALTER COLUMN "short" SET DEFAULT 'ab',
ADD CONSTRAINT "sign_zone_check" CHECK (("zone" AT TIME ZONE 'utc') > '2021-01-01 00:00:00');
