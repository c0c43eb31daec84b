package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the URL comes from, in order. Nobody listens there: the answer names the database. */
class DatabaseChoiceTest {

  private static final String STATUS = "migrate status --migrations history";

  private static String url(String database) {
    return "mysql://me:geheim@127.0.0.1:1/" + database;
  }

  private static Tool project(Path directory) {
    return Tool.in(directory).file("history/1_init/migration.sql", "CREATE TABLE t (id INT);\n");
  }

  private static void assertAsks(String database, Tool.Run run) {
    assertEquals(1, run.exit());
    assertTrue(run.err().startsWith("error: P1001"), run.err());
    assertTrue(run.err().contains("database " + database + ")"), run.err());
    assertFalse(run.err().contains("geheim"), run.err());
  }

  @Test
  void theOptionComesFirst(@TempDir Path directory) {
    Tool tool = project(directory).with("DATABASE_URL", url("environment"));
    assertAsks("option", tool.run(STATUS + " --url " + url("option")));
    assertAsks("environment", tool.run(STATUS));
  }

  @Test
  void aFileOrAVariableKeepsItOutOfTheProcessList(@TempDir Path directory) {
    Tool tool = project(directory).file("prod.url", url("file") + "\n").with("PROD", url("prod"));
    assertAsks("file", tool.run(STATUS + " --url-file prod.url"));
    assertAsks("file", tool.run(STATUS + " --url file:prod.url"));
    assertAsks("prod", tool.run(STATUS + " --url env:PROD"));
  }

  @Test
  void theEnvironmentComesBeforeItsFile(@TempDir Path directory) {
    Tool tool =
        project(directory)
            .file(
                ".env",
                "# of production\nOTHER=1\nexport DATABASE_URL=\""
                    + url("dotenv")
                    + "\" # secret\n");
    assertAsks("dotenv", tool.run(STATUS));
    assertAsks("environment", tool.with("DATABASE_URL", url("environment")).run(STATUS));
  }

  @Test
  void theSchemaOfTheProjectComesLast(@TempDir Path directory) {
    Tool tool =
        project(directory)
            .file(
                "prisma/schema.prisma",
                """
                generator client {
                  provider = "prisma-client-js"
                }

                datasource db {
                  // url = "mysql://commented/out"
                  provider = "mysql"
                  url      = env("SHOP_URL")
                }
                """)
            .file(
                "other.prisma",
                "datasource db {\n  provider = \"mysql\"\n  url = \"" + url("literal") + "\"\n}\n");
    assertAsks("variable", tool.with("SHOP_URL", url("variable")).run(STATUS));
    assertAsks("literal", tool.run(STATUS + " --schema other.prisma"));
    assertAsks("environment", tool.with("DATABASE_URL", url("environment")).run(STATUS));
  }

  @Test
  void migrationsStandBesideTheSchemaThatIsNamed(@TempDir Path directory) {
    Tool.Run run =
        project(directory)
            .file(
                "db/schema.prisma",
                "datasource db {\n  provider = \"postgresql\"\n  url = \""
                    + url("literal")
                    + "\"\n}\n")
            .file("db/migrations/1_first/notes.txt", "no script")
            .run("migrate deploy --schema db/schema.prisma");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("no-migrations db/migrations"), run.err());
  }
}
