-- AlterTable
-- hazard: data-loss: column public.returns.number: every value of the column is lost
ALTER TABLE "returns" DROP COLUMN "number";

-- AlterTable
-- hazard: data-loss: column public.orders.number: every value of the column is lost
ALTER TABLE "orders" DROP COLUMN "number";

-- AlterTable
ALTER TABLE "returns" INHERIT "orders";
