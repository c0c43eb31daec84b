CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE "Member" (
    "id" serial PRIMARY KEY,
    "name" text NOT NULL CONSTRAINT "Member_name_key" UNIQUE,
    "age" integer CHECK ("age" > 0),
    "full" text GENERATED ALWAYS AS (upper("name")) STORED,
    "joined" timestamp(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE "Member" IS 'people';
CREATE INDEX "lower_name" ON "Member" (lower("name"));
CREATE INDEX "grown" ON "Member" ("age") WHERE "age" > 17;
CREATE INDEX "Member_name_idx" ON "Member" ("name" text_pattern_ops);
CREATE VIEW "adults" AS SELECT "id" FROM "Member" WHERE "age" > 17;
CREATE FUNCTION "touch"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER "touched" BEFORE UPDATE ON "Member" FOR EACH ROW EXECUTE FUNCTION "touch"();
CREATE SEQUENCE "tickets";
