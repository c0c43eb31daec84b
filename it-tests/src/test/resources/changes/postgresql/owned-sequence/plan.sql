-- AlterSequence
ALTER SEQUENCE numbers AS INTEGER OWNED BY "b"."id";

-- AlterTable
ALTER TABLE "b" ALTER COLUMN "id" SET DEFAULT nextval('"numbers"'::regclass);

-- DropTable
DROP TABLE "a";
