CREATE TABLE "Member" ("id" integer NOT NULL, "name" text NOT NULL, "age" integer NOT NULL, CONSTRAINT "Member_pkey" PRIMARY KEY ("id"));
CREATE INDEX "first" ON "Member" ("name");
CREATE INDEX "second" ON "Member" ("name");
CREATE UNIQUE INDEX "old_key" ON "Member" ("age");
CREATE UNIQUE INDEX "Member_age_key" ON "Member" ("age");
