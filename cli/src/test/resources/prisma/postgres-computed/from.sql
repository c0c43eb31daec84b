CREATE TABLE "Line" (
  "id" integer NOT NULL,
  "count" integer NOT NULL,
  "price" integer NOT NULL,
  "total" integer GENERATED ALWAYS AS ("count" * "price") STORED,
  CONSTRAINT "Line_pkey" PRIMARY KEY ("id")
);
