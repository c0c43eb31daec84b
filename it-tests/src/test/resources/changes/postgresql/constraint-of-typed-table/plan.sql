-- AlterTable
ALTER TABLE "pairs" NOT OF;
ALTER TABLE "pairs" RENAME CONSTRAINT "one" TO "first";
ALTER TABLE "pairs" RENAME CONSTRAINT "two" TO "second";
ALTER TABLE "pairs" OF "pair";
