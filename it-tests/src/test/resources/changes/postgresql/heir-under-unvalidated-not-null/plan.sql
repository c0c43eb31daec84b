-- CreateTable
CREATE TABLE "parts" (
    "size" INTEGER
) INHERITS ("things");

-- CreateTable
CREATE TABLE "sets" (
    "code" TEXT,
    "size" INTEGER
) INHERITS ("things");
