-- AlterTable
-- hazard: data-loss: column public.t.amount: where values would be rounded
-- hazard: data-loss: column public.t.gone: every value of the column is lost
-- hazard: fails-on-existing-rows: column public.t.amount: it fails if the column holds a NULL
-- hazard: fails-on-existing-rows: column public.t.amount: it fails where values have more than 6 digits before the point
-- hazard: fails-on-existing-rows: column public.t.born: it fails where values are no date
-- hazard: fails-on-existing-rows: column public.t.tags: it fails where values are there that cannot become text[]
-- hazard: table-rewrite: table public.t: every row of it is written anew
-- hazard: blocks-reads: table public.t: nobody reads or writes it while its rows are written anew (ACCESS EXCLUSIVE)
ALTER TABLE "t" DROP COLUMN "gone",
ADD COLUMN     "made" TIMESTAMPTZ NOT NULL DEFAULT now(),
ADD COLUMN     "number" INTEGER NOT NULL GENERATED ALWAYS AS IDENTITY,
ADD COLUMN     "twice" DECIMAL GENERATED ALWAYS AS ("amount" * 2) STORED,
ADD COLUMN     "counter" SERIAL NOT NULL,
ALTER COLUMN "id" SET DATA TYPE BIGINT,
ALTER COLUMN "name" DROP NOT NULL,
ALTER COLUMN "name" DROP DEFAULT,
ALTER COLUMN "name" SET DATA TYPE VARCHAR(40),
ALTER COLUMN "name" SET DEFAULT upper('y'),
ALTER COLUMN "amount" SET NOT NULL,
ALTER COLUMN "amount" SET DATA TYPE DECIMAL(8,2),
ALTER COLUMN "amount" SET DEFAULT 0,
ALTER COLUMN "born" TYPE DATE USING ("born"::date),
ALTER COLUMN "tags" TYPE TEXT[] USING ("tags"::text[]);

-- Comment
COMMENT ON COLUMN "t"."name" IS 'what it is called';
COMMENT ON COLUMN "t"."twice" IS 'computed';
