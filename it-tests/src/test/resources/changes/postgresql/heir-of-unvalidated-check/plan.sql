-- CreateTable
CREATE TABLE "weighed" (
    "weight" INTEGER
) INHERITS ("measured");
