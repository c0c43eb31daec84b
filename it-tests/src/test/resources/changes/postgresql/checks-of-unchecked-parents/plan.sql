-- CreateTable
CREATE TABLE "more" (
    "n" INTEGER
);
ALTER TABLE "more" ADD CONSTRAINT "positive" CHECK ("n" > 0) NOT VALID;

-- CreateTable
CREATE TABLE "more_heir" (
    CONSTRAINT "positive" CHECK ("n" > 0)
) INHERITS ("more");
