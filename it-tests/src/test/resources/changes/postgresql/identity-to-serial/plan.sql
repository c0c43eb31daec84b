-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY;

-- CreateSequence
CREATE SEQUENCE t_id_seq AS INTEGER OWNED BY "t"."id";

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('"t_id_seq"'::regclass);

-- AlterTable
ALTER TABLE "u" ALTER COLUMN "id" DROP IDENTITY;
