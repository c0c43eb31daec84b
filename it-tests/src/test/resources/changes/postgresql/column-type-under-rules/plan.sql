-- DropObject
DROP RULE "logged" ON "account";

-- AlterTable
-- hazard: table-rewrite: table public.account: every row of it is written anew
-- hazard: blocks-reads: table public.account: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "account" ALTER COLUMN "amount" SET DATA TYPE DECIMAL;

-- CreateObject
CREATE RULE "logged" AS ON UPDATE TO "account" DO ALSO insert into public . log ( amount ) values ( new . amount );
