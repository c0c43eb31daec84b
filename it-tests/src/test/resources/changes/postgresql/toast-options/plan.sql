-- AlterTable
ALTER TABLE "t" ADD COLUMN     "s" TEXT;
ALTER TABLE "t" SET (fillfactor = '80', toast.autovacuum_vacuum_cost_delay = '23');
