package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Migrations that another tool was killed in, or a person ran by hand, and that no row of the
 * history tells of.
 */
class UnrecordedRunTest {

  private static final List<String> STATEMENTS =
      List.of(
          "ALTER TABLE one ADD COLUMN m int",
          "CREATE TABLE two (id int primary key)",
          "CREATE TABLE three (id int primary key)");

  static Stream<Arguments> places() {
    return Stream.of("goose", "dbmate", "flyway", "prisma")
        .flatMap(
            tool ->
                Stream.of(ServerKind.POSTGRES_18, ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4)
                    .map(kind -> Arguments.of(tool, kind)));
  }

  private static void write(Typed typed, String tool, int number, String sql) {
    switch (tool) {
      case "goose" -> typed.file("migrations/0000" + number + "_s.sql", "-- +goose Up\n" + sql);
      case "dbmate" ->
          typed.file("migrations/2024010100000" + number + "_s.sql", "-- migrate:up\n" + sql);
      case "flyway" -> typed.file("migrations/V" + number + "__s.sql", sql);
      default -> typed.file("migrations/2024010100000" + number + "_s/migration.sql", sql);
    }
  }

  private static Typed begun(Path directory, TestDatabase database, String tool) {
    Typed typed = new Typed(directory, database);
    write(typed, tool, 1, "CREATE TABLE one (id int primary key);\n");
    typed.run("migrate deploy" + options(tool)).exits(0);
    write(typed, tool, 2, String.join(";\n", STATEMENTS) + ";\n");
    return typed;
  }

  private static String options(String tool) {
    return " --layout " + tool + " --migrations migrations";
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("places")
  void theRestIsRun(String tool, ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = begun(directory, database, tool);
      assertFalse(typed.run("migrate status" + options(tool)).exits(1).err().contains("stopped"));
      assertTrue(
          typed
              .run("repair" + options(tool))
              .exits(0)
              .out()
              .contains("there is nothing to repair"));
      STATEMENTS.subList(0, 2).forEach(database::execute);

      String status = typed.run("migrate status" + options(tool)).exits(1).err();
      assertTrue(status.contains("stopped half way: 2 of its 3 statements are applied"), status);
      assertTrue(status.contains("no row of it"), status);
      assertFalse(status.contains("failed "), status);
      String deploy = typed.run("migrate deploy" + options(tool)).exits(3).err();
      assertTrue(deploy.contains("begun-unrecorded"), deploy);
      typed.run("check" + options(tool)).exits(3);

      typed.run("repair --forward --yes" + options(tool)).exits(0);
      typed.run("migrate status" + options(tool)).exits(0);
      assertEquals(Optional.of("three"), table(database, "three"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void whatIsThereIsUndone(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = begun(directory, database, "goose");
      STATEMENTS.subList(0, 2).forEach(database::execute);
      typed.run("repair --backward --yes --allow data-loss" + options("goose")).exits(0);
      assertEquals(Optional.empty(), table(database, "two"));
      typed.run("migrate deploy" + options("goose")).exits(0);
      assertEquals(Optional.of("three"), table(database, "three"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void aDeploymentGoesOnWithIt(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = begun(directory, database, "goose");
      STATEMENTS.forEach(database::execute);
      typed.run("migrate deploy --resume" + options("goose")).exits(0);
      typed.run("migrate status" + options("goose")).exits(0);
    }
  }

  /** Though the server would take every statement of it once more. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void rowsAreNotChangedTwice(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = begun(directory, database, "goose");
      String counts = "UPDATE one SET id = id + 1";
      String makes = "CREATE TABLE IF NOT EXISTS two (id int primary key)";
      write(typed, "goose", 2, counts + ";\n" + makes + ";\n");
      database.execute("INSERT INTO one VALUES (1)");
      database.execute(counts);
      database.execute(makes);
      typed.run("migrate deploy" + options("goose")).exits(3);
      typed.run("migrate deploy --resume" + options("goose")).exits(0);
      assertEquals(List.of(List.of("2")), database.query("SELECT id FROM one"));
    }
  }

  private static Optional<String> table(TestDatabase database, String name) {
    String schema =
        database.kind().flavor() == Flavor.POSTGRESQL ? "current_schema()" : "database()";
    return database
        .query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                + schema
                + " AND table_name = '"
                + name
                + "'")
        .stream()
        .map(List::getFirst)
        .findFirst();
  }
}
