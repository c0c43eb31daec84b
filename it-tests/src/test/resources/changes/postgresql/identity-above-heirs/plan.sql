-- AlterTable
ALTER SEQUENCE things_id_seq OWNED BY NONE;
ALTER SEQUENCE "things_id_seq" RENAME TO "things_id_seq_old";
ALTER TABLE ONLY "things" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "things" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('"things"', 'id'), last_value, is_called) FROM "things_id_seq_old";

-- AlterTable
ALTER TABLE "parts" ALTER COLUMN "id" DROP DEFAULT;

-- DropSequence
DROP SEQUENCE "things_id_seq_old";
