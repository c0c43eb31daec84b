CREATE TABLE "Member" ("id" integer NOT NULL, "name" text NOT NULL, "age" integer NOT NULL, "mail" text NOT NULL, CONSTRAINT "Member_pkey" PRIMARY KEY ("id"));
CREATE INDEX "grown" ON "Member" ("age") WHERE "age" > 17;
CREATE UNIQUE INDEX "Member_mail_key" ON "Member" ("mail") WHERE "age" > 17;
CREATE INDEX "named" ON "Member" ("name") WHERE "name" <> '';
