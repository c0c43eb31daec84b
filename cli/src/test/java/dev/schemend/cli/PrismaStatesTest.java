package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prisma schemas behind {@code --from} and {@code --to}, in all their spellings. */
class PrismaStatesTest {

  private static final String DATASOURCE =
      "datasource db {\n  provider = \"postgresql\"\n  url = env(\"SHOP_URL\")\n}\n";
  private static final String ONE = "model One {\n  id Int @id\n  twos Two[]\n}\n";
  private static final String TWO = "model Two {\n  id Int @id\n  ones One[]\n}\n";
  private static final String ADDED =
      "\n[+] Added Schemas\n  - public\n\n[+] Added tables\n  - One\n  - Two\n  - _OneToTwo\n";

  private static String out(Tool tool, String command) {
    Tool.Run run = tool.run(command);
    assertEquals(0, run.exit(), run.err());
    return run.out();
  }

  @Test
  void aFileAndADirectoryOfFilesAreOneSchema(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("all.prisma", DATASOURCE + ONE + TWO)
            .file("models/base.prisma", DATASOURCE)
            .file("models/a/one.prisma", ONE)
            .file("models/b/two.prisma", TWO);
    for (String spelling : new String[] {"--to", "--to-schema-datamodel", "--to-schema"}) {
      for (String schema : new String[] {"all.prisma", "models"}) {
        String summary = out(tool, "migrate diff --from-empty " + spelling + " " + schema);
        assertTrue(summary.startsWith(ADDED), summary);
      }
    }
    assertEquals(
        "No difference detected.\n",
        out(tool, "migrate diff --from all.prisma --to-schema models"));
  }

  @Test
  void theVersionDecidesOnTablesOfRelations(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("schema.prisma", DATASOURCE + ONE + TWO)
            .file("package.json", "{\"devDependencies\": {\"prisma\": \"^5.22.0\"}}");
    String diff = "migrate diff --from-empty --to schema.prisma --script";
    assertTrue(out(tool, diff).contains("CREATE UNIQUE INDEX \"_OneToTwo_AB_unique\""));
    String newer = out(tool, diff + " --prisma-version 6.0.0");
    assertTrue(newer.contains("CONSTRAINT \"_OneToTwo_AB_pkey\" PRIMARY KEY (\"A\",\"B\")"));
  }

  // Prisma does not compare the defaults of JSON; those of another type are no such.
  @Test
  void aColumnOfMySqlThatBecomesJsonLosesItsDefault(@TempDir Path directory) {
    String source = "datasource db {\n  provider = \"mysql\"\n  url = \"mysql://h/d\"\n}\n";
    String model = "model One {\n  id Int @id\n  price %s\n}\n";
    Tool tool =
        Tool.in(directory)
            .file("old.prisma", source + model.formatted("Decimal @default(1.5)"))
            .file("new.prisma", source + model.formatted("Json"));
    String script = out(tool, "migrate diff --from old.prisma --to new.prisma --script");
    assertTrue(script.contains("ALTER TABLE `One` MODIFY `price` JSON NOT NULL;"), script);
  }

  @Test
  void functionsThatASchemaCallsAreThoseOfTheOtherSide(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "made.sql",
                """
                CREATE FUNCTION short_id(prefix text) RETURNS text LANGUAGE sql
                  AS $$ SELECT prefix || substr(md5(random()::text), 1, 8) $$;
                CREATE TABLE "One" (id text NOT NULL DEFAULT short_id('one'),
                  CONSTRAINT "One_pkey" PRIMARY KEY (id));
                """)
            .file(
                "schema.prisma",
                DATASOURCE
                    + "model One {\n"
                    + "  id String @id @default(dbgenerated(\"short_id('one')\"))\n"
                    + "}\n");
    String nothing = "No difference detected.\n";
    assertEquals(nothing, out(tool, "migrate diff --from made.sql --to schema.prisma"));
    assertEquals(nothing, out(tool, "migrate diff --from schema.prisma --to made.sql"));
  }

  @Test
  void commentsOfASchemaTellOfRenames(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "old.prisma",
                DATASOURCE
                    + """
                    model User {
                      id    Int    @id
                      name  String @default("// schemend:rename from=x")
                      mood  Mood
                      posts Post[]

                      @@index([name], map: "by_name")
                    }

                    model Post {
                      id     Int  @id
                      userId Int
                      user   User @relation(fields: [userId], references: [id], map: "of_user")
                    }

                    enum Mood {
                      OK
                      BAD
                    }
                    """)
            .file(
                "new.prisma",
                DATASOURCE
                    + """
                    /// schemend:rename from=User
                    model Member {
                      id       Int     @id(map: "User_pkey")
                      // schemend:rename from=name
                      fullName String  @default("// schemend:rename from=x") @map("full_name")
                      mood     Feeling
                      posts    Post[]

                      /// schemend:rename from=by_name
                      @@index([fullName])
                    }

                    model Post {
                      id       Int    @id
                      memberId Int // schemend:rename from=userId
                      // schemend:rename from=of_user
                      member   Member @relation(fields: [memberId], references: [id])
                      // schemend:rename from=nothing
                    }

                    // schemend:rename from=Mood
                    enum Feeling {
                      FINE // schemend:rename from=OK
                      BAD
                    }
                    """);
    Tool.Run run = tool.run("migrate diff --from old.prisma --to new.prisma --script");
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.err().startsWith("warning: new.prisma:22:27: this annotation stands above nothing"),
        run.err());
    assertEquals(
        """
        ALTER TABLE "User" RENAME TO "Member";
        ALTER TYPE "Mood" RENAME TO "Feeling";
        ALTER TABLE "Member" RENAME COLUMN "name" TO "full_name";
        ALTER TABLE "Post" RENAME COLUMN "userId" TO "memberId";
        ALTER TYPE "Feeling" RENAME VALUE 'OK' TO 'FINE';
        ALTER INDEX "by_name" RENAME TO "Member_full_name_idx";
        ALTER TABLE "Post" RENAME CONSTRAINT "of_user" TO "Post_memberId_fkey";
        """,
        run.out()
            .lines()
            .filter(line -> line.startsWith("ALTER"))
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void aLabelOfMySqlIsOneOfEachColumn(@TempDir Path directory) {
    String mysql = DATASOURCE.replace("postgresql", "mysql");
    String model = "model %s {\n  id   Int  @id\n  mood Mood @map(\"feels\")\n}\n";
    Tool tool =
        Tool.in(directory)
            .file(
                "old.prisma",
                mysql
                    + model.formatted("A")
                    + model.formatted("B")
                    + "enum Mood {\n  OK\n  BAD\n}\n")
            .file(
                "new.prisma",
                mysql
                    + model.formatted("A")
                    + model.formatted("B")
                    + "enum Mood {\n  FINE // schemend:rename from=OK\n  BAD\n}\n");
    Tool.Run run = tool.run("migrate diff --from old.prisma --to new.prisma --script");
    assertEquals(0, run.exit(), run.err());
    assertEquals("", run.err());
    assertEquals(
        """
        UPDATE `A` SET `feels` = 'FINE' WHERE `feels` = 'OK';
        UPDATE `B` SET `feels` = 'FINE' WHERE `feels` = 'OK';
        """,
        run.out()
            .lines()
            .filter(line -> line.startsWith("UPDATE"))
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void aConfigurationElsewhereCountsItsPathsFromThere(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "packages/db/prisma.config.ts",
                "export default { schema: \"./models\", tables: { external: [\"public.Two\"] }"
                    + " };\n")
            .file("packages/db/models/all.prisma", DATASOURCE + ONE + TWO);
    assertEquals(
        "The schema at packages/db/models is valid.\n",
        out(tool, "validate --config packages/db/prisma.config.ts"));
    String diff = "migrate diff --from-empty --to-schema packages/db/models";
    assertTrue(out(tool, diff).contains("  - Two\n"));
    String summary = out(tool, diff + " --config packages/db/prisma.config.ts");
    assertFalse(summary.contains("  - Two\n"), summary);
  }

  @Test
  void theSummaryTellsStepsInPrismasOrder(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "old.prisma",
                DATASOURCE
                    + """
                    model One {
                      id   Int      @id
                      tags String[]
                      size Int      @default(-3)
                      gone Int

                      @@index([size, gone])
                    }
                    """)
            .file(
                "new.prisma",
                DATASOURCE
                    + """
                    model One {
                      id   BigInt  @id
                      tags Int     @unique
                      size Float   @default(1.5)
                      bits Bytes   @default("AQI=")
                      list Int[]   @default([1, 2])

                      @@index([bits])
                    }
                    """);
    assertEquals(
        """

        [*] Changed the `One` table
          [-] Removed index on columns (size, gone)
          [-] Dropped the primary key on columns (id)
          [-] Removed column `gone`
          [+] Added column `bits`
          [+] Added column `list`
          [*] Altered column `id` (type changed)
          [*] Column `tags` would be dropped and recreated (changed from List to Required, type changed)
          [*] Altered column `size` (default changed from `Some(Value(Int(-3)))` to `Some(Value(Float(BigDecimal("1.5"))))`, type changed)
          [+] Added primary key on columns (id)
        )
          [+] Added unique index on columns (tags)
          [+] Added index on columns (bits)
        """,
        out(tool, "migrate diff --from old.prisma --to new.prisma"));
  }

  @Test
  void whatDiffersIsToldWhereNoScriptWouldDo(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("views.sql", "CREATE VIEW \"Total\" AS SELECT 1 AS id;\n")
            .file("schema.prisma", DATASOURCE + "model Total {\n  id Int @id\n}\n");
    String diff = "migrate diff --from views.sql --to schema.prisma";
    Tool.Run told = tool.run(diff + " --exit-code");
    assertEquals(2, told.exit(), told.err());
    assertTrue(told.out().startsWith("\n[+] Added tables\n  - Total\n"), told.out());
    assertTrue(told.err().startsWith("note: no script would do"), told.err());
    Tool.Run script = tool.run(diff + " --script");
    assertEquals(3, script.exit(), script.err());
    assertTrue(script.err().startsWith("error: unproven-plan Prisma's statements"), script.err());
  }

  @Test
  void anInvalidSchemaIsToldWithItsPlaces(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("prisma/schema.prisma", DATASOURCE + "model A {\n  id Itn @id\n}\n");
    Tool.Run run = tool.run("validate");
    assertEquals(1, run.exit());
    assertTrue(run.err().startsWith("error: P1012 prisma/schema.prisma is not valid"), run.err());
    assertTrue(run.err().contains("prisma/schema.prisma:6:6: The type \"Itn\""), run.err());
    assertTrue(run.err().contains("Did you mean \"Int\"?"), run.err());
    tool.file("prisma/schema.prisma", DATASOURCE + ONE + TWO);
    assertEquals("The schema at prisma/schema.prisma is valid.\n", out(tool, "validate"));
  }

  @Test
  void aConfigurationNamesSchemaAndDatabase(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("db/shop.prisma", DATASOURCE + ONE + TWO)
            .file(
                "prisma.config.ts",
                """
                import { defineConfig, env } from 'prisma/config' // { }
                export default defineConfig({
                  schema: 'db/shop.prisma',
                  migrations: { path: "db/steps", seed: run("x: 'y'") },
                  datasource: { url: env('SHOP_URL') },
                })
                """);
    assertEquals("The schema at db/shop.prisma is valid.\n", out(tool, "validate"));
    Tool.Run run = tool.run("migrate diff --from-config-datasource --to db/shop.prisma");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("SHOP_URL is not set"), run.err());
    Tool.Run beside =
        tool.file("db/.env", "SHOP_URL=nowhere\n")
            .run("migrate diff --from-schema-datasource db/shop.prisma --to db/shop.prisma");
    assertTrue(beside.err().contains("P1013"), beside.err());
  }

  @Test
  void aConfigurationIsReadWhereItPutsTextsTogether(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("db/shop.prisma", DATASOURCE + ONE + TWO)
            .file(
                "prisma.config.ts",
                """
                import path from "node:path";
                import type { PrismaConfig } from "prisma";
                const other = { schema: "db/other.prisma" };
                const url: string = process.env.SHOP_DIRECT_URL ?? process.env["SHOP_URL"]!;
                export default {
                  experimental: { adapter: true, list: [{ schema: "db/third.prisma" }] },
                  ...(process.env.CI && { schema: "db/fourth.prisma" }),
                  schema: path.join(__dirname, "db", "shop.prisma"),
                  datasource: { url },
                } satisfies PrismaConfig;
                """);
    assertEquals("The schema at db/shop.prisma is valid.\n", out(tool, "validate"));
    String diff = "migrate diff --from-config-datasource --to db/shop.prisma";
    assertTrue(tool.run(diff).err().contains("SHOP_DIRECT_URL is not set"));
    tool.file(".env", "SHOP_URL=nowhere\n");
    assertTrue(tool.run(diff).err().contains("P1013"));
  }

  @Test
  void whatAConfigurationLeavesToOthersIsNotCompared(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "schema.prisma",
                DATASOURCE + "model One {\n  id Int @id\n}\nmodel Job {\n  id Int @id\n}\n")
            .file(
                "now.sql",
                """
                CREATE TYPE "Mood" AS ENUM ('glad');
                CREATE TABLE "One" (id integer, CONSTRAINT "One_pkey" PRIMARY KEY (id));
                CREATE TABLE "Job" (id bigint, mood "Mood", CONSTRAINT "Job_pkey" PRIMARY KEY (id));
                CREATE TABLE "Queue" (id bigint);
                """);
    String diff = "migrate diff --from now.sql --to schema.prisma";
    assertTrue(out(tool, diff).contains("Removed tables"));
    tool.file(
        "prisma.config.ts",
        """
        export default {
          experimental: { externalTables: true },
          tables: { external: ['public.Job', "Queue"] },
          enums: { external: ["public.Mood"] },
        };
        """);
    assertEquals("No difference detected.\n", out(tool, diff));
  }

  @Test
  void whatASchemaCannotSayIsComparedOnlyWhenAsked(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("schema.prisma", DATASOURCE + "model One {\n  id Int @id\n}\n")
            .file(
                "now.sql",
                "CREATE TABLE \"One\" (id integer, CONSTRAINT \"One_pkey\" PRIMARY KEY (id),"
                    + " CHECK (id > 0)); CREATE VIEW v AS SELECT 1;");
    String diff = "migrate diff --from now.sql --to schema.prisma";
    assertEquals("No difference detected.\n", out(tool, diff));
    assertTrue(out(tool, diff + " --all-objects --script").contains("DROP CONSTRAINT"));
  }
}
