-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "fresh";

-- DropForeignKey
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";

-- DropForeignKey
ALTER TABLE "b" DROP CONSTRAINT "b_c_fkey";

-- DropForeignKey
ALTER TABLE "c" DROP CONSTRAINT "c_b_fkey";

-- DropTable
-- hazard: data-loss: table old.a: every row of the table is lost
DROP TABLE "old"."a";

-- DropTable
-- hazard: data-loss: table public.b: every row of the table is lost
DROP TABLE "b";

-- DropTable
-- hazard: data-loss: table public.c: every row of the table is lost
DROP TABLE "c";

-- CreateTable
CREATE TABLE "fresh"."a" (
    "id" INTEGER NOT NULL,
    "d" INTEGER,

    CONSTRAINT "a_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "d" (
    "id" SERIAL NOT NULL,
    "a" INTEGER,

    CONSTRAINT "d_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "fresh"."a" ADD CONSTRAINT "a_d_fkey" FOREIGN KEY ("d") REFERENCES "d"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "d" ADD CONSTRAINT "d_a_fkey" FOREIGN KEY ("a") REFERENCES "fresh"."a"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- DropSchema
DROP SCHEMA "old";
