-- AlterSequence
-- hazard: fails-on-existing-rows: sequence public.tickets: the sequence starts anew: a row may have the number that it gives
ALTER SEQUENCE tickets INCREMENT BY 2 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE RESTART;

-- AlterTable
ALTER TABLE "volts" ALTER COLUMN "v" SET GENERATED ALWAYS SET INCREMENT BY 5 SET MINVALUE 5 SET MAXVALUE 300 SET START WITH 20 SET NO CYCLE;
