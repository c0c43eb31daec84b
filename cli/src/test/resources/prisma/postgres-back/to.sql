CREATE TYPE "Rig" AS ENUM ('sloop', 'brig');
CREATE TYPE "Flag" AS ENUM ('red');
CREATE TABLE "Ship" ("id" integer PRIMARY KEY, "name" text NOT NULL, "rig" "Rig");
CREATE TABLE "Berth" (
  "id" integer PRIMARY KEY,
  "flag" "Flag" NOT NULL,
  "shipId" integer NOT NULL REFERENCES "Ship" ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX "Berth_shipId_idx" ON "Berth" ("shipId");
CREATE INDEX "Ship_name_idx" ON "Ship" ("name" DESC, "id");
