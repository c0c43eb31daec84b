-- CreateObject
CREATE OR REPLACE RULE "copied" AS ON INSERT TO "t" WHERE "new"."a" > 0 DO INSTEAD NOTHING;

-- Comment
COMMENT ON TYPE "mood" IS NULL;

-- Comment
COMMENT ON TABLE "t" IS 'new';

-- Comment
COMMENT ON TABLE "u" IS 'first';
