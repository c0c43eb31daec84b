-- AlterSequence
ALTER SEQUENCE small AS BIGINT CYCLE;

-- AlterSequence
-- hazard: fails-on-existing-rows: sequence public.tickets: the sequence starts anew: a row may have the number that it gives
ALTER SEQUENCE tickets INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1 RESTART;

-- AlterTable
-- hazard: fails-on-existing-rows: column public.volts.v: the sequence starts anew: a row may have the number that it gives
-- hazard: table-rewrite: table public.volts: every row of it is written anew
-- hazard: blocks-reads: table public.volts: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "volts" ALTER COLUMN "v" SET DATA TYPE BIGINT,
ALTER COLUMN "v" SET INCREMENT BY 5 SET MINVALUE -100 SET MAXVALUE 9223372036854775807 SET START WITH -100 RESTART;
