-- CreateTable
CREATE TABLE "goods" (
    "id" INTEGER NOT NULL,
    "price" INTEGER NOT NULL,

    CONSTRAINT "goods_pkey" PRIMARY KEY ("id")
);

-- CreateObject
CREATE FUNCTION "zy_first"() RETURNS INTEGER LANGUAGE "sql" AS $$SELECT min(id) FROM goods$$;

-- CreateObject
CREATE FUNCTION "cheapest"() RETURNS INTEGER LANGUAGE "sql" AS $$SELECT min(price) FROM goods WHERE id >= zy_first()$$;

-- CreateObject
CREATE FUNCTION "labelled"() RETURNS TEXT LANGUAGE "plpgsql" AS $$
DECLARE
  one goods%ROWTYPE;
BEGIN
  SELECT * INTO one FROM goods LIMIT 1;
  RETURN one.id || ':' || cheapest();
END $$;

-- CreateObject
CREATE OR REPLACE FUNCTION "zz_rate"() RETURNS INTEGER LANGUAGE "sql" AS $$SELECT max(id) FROM goods$$;

-- CreateTable
CREATE TABLE "sales" (
    "id" INTEGER NOT NULL,
    "price" INTEGER DEFAULT "public"."cheapest"(),

    CONSTRAINT "sales_pkey" PRIMARY KEY ("id")
);
