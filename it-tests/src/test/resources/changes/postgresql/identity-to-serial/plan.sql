-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY;

-- CreateSequence
CREATE SEQUENCE t_id_seq AS INTEGER OWNED BY "t"."id";

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('"t_id_seq"'::regclass);
SELECT setval('"t_id_seq"', max("id")) FROM "t" HAVING max("id") >= (SELECT last_value FROM "t_id_seq");

-- AlterTable
ALTER TABLE "u" ALTER COLUMN "id" DROP IDENTITY;
