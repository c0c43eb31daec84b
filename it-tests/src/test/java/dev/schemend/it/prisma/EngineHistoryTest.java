package dev.schemend.it.prisma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Prisma's own engine on the same directory and the same database: it takes what is written into
 * its history here, and goes on. Runs where {@link EngineComparisonTest} does.
 */
@EnabledIfSystemProperty(named = "schemend.prisma", matches = ".+")
class EngineHistoryTest {

  private static final String PROGRAM = "engine-history.mjs";

  private static final List<String> CLEAN =
      List.of(
          "\"failedMigrationNames\":[]",
          "\"editedMigrationNames\":[]",
          "\"hasMigrationsTable\":true",
          "\"history\":null");

  private static Typed project(Path directory, TestDatabase database) {
    Typed typed =
        new Typed(directory, database)
            .file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    migration(
        typed,
        "1_init",
        "CREATE TABLE a (id int PRIMARY KEY, n int);\nINSERT INTO a VALUES (1, 7), (2, 7);\n");
    migration(typed, "2_more", "CREATE TABLE b (id int PRIMARY KEY);\n");
    return typed;
  }

  private static void migration(Typed typed, String name, String sql) {
    typed.file("prisma/migrations/" + name + "/migration.sql", sql);
  }

  private static void assertClean(Typed typed) throws IOException, InterruptedException {
    String answer = engine(typed, "diagnose");
    assertTrue(CLEAN.stream().allMatch(answer::contains), answer);
    assertEquals("{\"appliedMigrationNames\":[]}", engine(typed, "apply"));
    typed.run("migrate status").exits(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void goesOnAfterDeployAndRepair(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = project(directory, database);
      typed.run("migrate deploy").exits(0);
      assertClean(typed);

      // Failed here, and led back.
      migration(typed, "3_unique", "CREATE TABLE c (id int);\nCREATE UNIQUE INDEX u ON a (n);\n");
      typed.run("migrate deploy --no-preflight").exits(1);
      assertTrue(engine(typed, "diagnose").contains("\"failedMigrationNames\":[\"3_unique\"]"));
      assertTrue(engine(typed, "apply").contains("P3009"));
      typed.run("repair --backward --yes").exits(0);
      database.execute("UPDATE a SET n = 8 WHERE id = 2");
      assertEquals("{\"appliedMigrationNames\":[\"3_unique\"]}", engine(typed, "apply"));
      assertClean(typed);

      // Failed there, and led on.
      migration(
          typed, "4_key", "ALTER TABLE a ADD COLUMN m int;\nALTER TABLE a ADD CHECK (n < 8);\n");
      String refused = engine(typed, "apply");
      assertTrue(refused.contains("a_n_check"), refused);
      String place = typed.run("migrate status").exits(1).err();
      // With its adapter the engine commits each statement by itself.
      assertTrue(place.contains("1 of its 2 statements"), place);
      database.execute("UPDATE a SET n = 6 WHERE id = 2");
      typed.run("repair --forward --yes").exits(0);
      assertClean(typed);

      // Undone here, and done again there.
      typed.run("repair --to 3_unique --yes --allow data-loss").exits(0);
      assertEquals("{\"appliedMigrationNames\":[\"4_key\"]}", engine(typed, "apply"));
      assertClean(typed);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES_18")
  void goesOnAfterBaseline(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute("CREATE TABLE a (id int PRIMARY KEY, n int)");
      Typed typed = project(directory, database);
      typed.run("migrate baseline 1_init").exits(0);
      assertEquals("{\"appliedMigrationNames\":[\"2_more\"]}", engine(typed, "apply"));
      assertClean(typed);
    }
  }

  private static String engine(Typed typed, String command)
      throws IOException, InterruptedException {
    Path packages = Path.of(System.getProperty("schemend.prisma")).toAbsolutePath();
    Path program = Files.createTempFile(packages, "schemend", ".mjs");
    try (InputStream text =
        EngineHistoryTest.class.getResourceAsStream("/prisma-engine/" + PROGRAM)) {
      Files.write(program, text.readAllBytes());
      Process node =
          new ProcessBuilder(
                  "node",
                  program.toString(),
                  typed.database().url(),
                  typed.directory().resolve("prisma/migrations").toString(),
                  command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, node.waitFor(), "node has failed");
      return answer.strip();
    } finally {
      Files.delete(program);
    }
  }
}
