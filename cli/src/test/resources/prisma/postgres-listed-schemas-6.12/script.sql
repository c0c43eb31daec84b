-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "attic";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "loft";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "loft"."Kind" AS ENUM ('jib', 'main');

-- CreateTable
CREATE TABLE "public"."Sail" (
    "id" INTEGER NOT NULL,
    "kind" "loft"."Kind" NOT NULL DEFAULT 'jib',

    CONSTRAINT "Sail_pkey" PRIMARY KEY ("id")
);
