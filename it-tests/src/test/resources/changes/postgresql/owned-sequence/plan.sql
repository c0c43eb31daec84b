-- AlterSequence
ALTER SEQUENCE numbers AS INTEGER OWNED BY "b"."id";

-- AlterTable
ALTER TABLE "b" ALTER COLUMN "id" SET DEFAULT nextval('"numbers"'::regclass);

-- DropTable
-- hazard: data-loss: table public.a: every row of the table is lost
DROP TABLE "a";
