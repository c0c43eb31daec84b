-- CreateEnum
CREATE TYPE "public"."Flag" AS ENUM ('red');

-- AlterEnum
BEGIN;
CREATE TYPE "public"."Rig_new" AS ENUM ('sloop', 'brig');
ALTER TABLE "public"."Ship" ALTER COLUMN "rig" TYPE "public"."Rig_new" USING ("rig"::text::"public"."Rig_new");
ALTER TYPE "public"."Rig" RENAME TO "Rig_old";
ALTER TYPE "public"."Rig_new" RENAME TO "Rig";
DROP TYPE "Rig_old";
COMMIT;

-- DropForeignKey
ALTER TABLE "public"."Crate" DROP CONSTRAINT "Crate_shipId_fkey";

-- AlterTable
ALTER TABLE "public"."Ship" DROP COLUMN "draft";

-- DropTable
DROP TABLE "public"."Crate";

-- DropEnum
DROP TYPE "public"."State";

-- CreateTable
CREATE TABLE "public"."Berth" (
    "id" INTEGER NOT NULL,
    "flag" "public"."Flag" NOT NULL,
    "shipId" INTEGER NOT NULL,

    CONSTRAINT "Berth_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Berth_shipId_idx" ON "public"."Berth"("shipId" ASC);

-- CreateIndex
CREATE INDEX "Ship_name_idx" ON "public"."Ship"("name" DESC, "id" ASC);

-- AddForeignKey
ALTER TABLE "public"."Berth" ADD CONSTRAINT "Berth_shipId_fkey" FOREIGN KEY ("shipId") REFERENCES "public"."Ship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
