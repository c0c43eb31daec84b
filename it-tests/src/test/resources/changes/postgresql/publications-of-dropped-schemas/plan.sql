-- CreateObject
ALTER PUBLICATION "mixed" DROP TABLE "orders";

-- CreateObject
ALTER PUBLICATION "whole" ADD TABLE "orders";

-- DropSchema
DROP SCHEMA "bare";
