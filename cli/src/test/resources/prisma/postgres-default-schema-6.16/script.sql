-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "public"."Kind" AS ENUM ('jib', 'main');

-- CreateTable
CREATE TABLE "public"."Sail" (
    "id" INTEGER NOT NULL,
    "kind" "public"."Kind" NOT NULL DEFAULT 'jib',

    CONSTRAINT "Sail_pkey" PRIMARY KEY ("id")
);
