-- CreateObject
ALTER TYPE "place" DROP ATTRIBUTE "street", ADD ATTRIBUTE "country" TEXT;

-- CreateObject
CREATE TYPE "point_of_time" AS ("day" DATE, "hour" INTEGER);

-- DropObject
DROP TYPE "span";

-- Comment
COMMENT ON COLUMN "place"."code" IS NULL;

-- Comment
COMMENT ON COLUMN "place"."country" IS 'two letters';

-- Comment
COMMENT ON COLUMN "place"."town" IS 'as its people call it';

-- Comment
COMMENT ON COLUMN "point_of_time"."hour" IS 'of 24';
