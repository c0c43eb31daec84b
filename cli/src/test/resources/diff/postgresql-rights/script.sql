-- DropObject
-- hazard: recreated: view public.mail: it is dropped and made anew
DROP VIEW "mail";

-- CreateTable
CREATE TABLE "audit"."entry" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "note" TEXT
);

-- CreateObject
CREATE VIEW "mail" ("mail", "id") AS SELECT "account"."mail" AS "mail", "account"."id" AS "id" FROM "account";

-- Rights
ALTER SCHEMA "audit" OWNER TO "keeper";
REVOKE USAGE ON SCHEMA "audit" FROM "app";

-- Rights
ALTER TABLE "account" OWNER TO "keeper";
REVOKE INSERT ON TABLE "account" FROM "app";

-- Rights
GRANT SELECT ON TABLE "mail" TO "reader" WITH GRANT OPTION;

-- Rights
REVOKE ALL ON ROUTINE "total"(integer) FROM PUBLIC;

-- Rights
ALTER DEFAULT PRIVILEGES FOR ROLE "keeper" REVOKE ALL ON ROUTINES FROM PUBLIC;

-- Rights
ALTER DEFAULT PRIVILEGES FOR ROLE SESSION_USER IN SCHEMA "audit" REVOKE SELECT ON TABLES FROM "reader";

-- Rights
GRANT INSERT ("note") ON TABLE "audit"."entry" TO "app";

-- Rights
GRANT UPDATE ("mail") ON TABLE "account" TO "app";
GRANT UPDATE ("mail") ON TABLE "account" TO "reader";
