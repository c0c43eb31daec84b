package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong with a server, through the command line: the answer and the exit code. */
class LiveBadInputTest {

  private static final int FAILURE = 1;

  private static void says(Typed.Answer answer, String... texts) {
    answer.exits(FAILURE);
    for (String text : texts) {
      assertTrue(answer.err().contains(text), answer.err());
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongPassword(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      TestDatabase stranger = database.as(database.user(), "geheim");
      Typed.Answer answer =
          Story.project(directory, stranger)
              .run("migrate diff --from env:DATABASE_URL --to prisma/migrations");
      says(answer, "error: P1000", "SQLSTATE");
      assertTrue(!answer.err().contains("geheim"), answer.err());
    }
  }

  @ParameterizedTest
  @EnumSource
  void databaseMissing(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = Story.project(directory, database.named(database.name() + "_missing"));
      says(typed.run("migrate status"), "error: P1003");
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongProvider(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file(
                  "migrations/migration_lock.toml",
                  kind.flavor() == Flavor.POSTGRESQL
                      ? "provider = \"mysql\"\n"
                      : "provider = \"postgresql\"\n")
              .file("migrations/1_init/migration.sql", "CREATE TABLE t (id int)");
      says(typed.run("migrate deploy"), "error: P3019");
      says(typed.run("migrate diff --from migrations --to env:DATABASE_URL"), "error: P3019");
    }
  }

  @ParameterizedTest
  @EnumSource
  void permissionDenied(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      String user = "u" + Integer.toHexString(database.name().hashCode());
      database.execute(
          kind.flavor() == Flavor.POSTGRESQL
              ? "CREATE TABLE t (id int); CREATE USER " + user + " PASSWORD 'p'"
              : "CREATE TABLE t (id int); CREATE USER "
                  + user
                  + " IDENTIFIED BY 'p'; GRANT SELECT ON `"
                  + database.name()
                  + "`.* TO "
                  + user);
      try {
        Typed typed = new Typed(directory, database.as(user, "p"));
        typed.file("drop.sql", "DROP TABLE t;\n");
        says(
            typed.run("db execute --file drop.sql"),
            kind.flavor() == Flavor.POSTGRESQL ? "42501" : "1142",
            "failed: 1 drop.sql:1:1 DROP TABLE t",
            "nothing of it is applied");
      } finally {
        database.execute("DROP USER " + user);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void lockBusy(ServerKind kind, @TempDir Path directory) throws SQLException {
    try (TestDatabase database = kind.createDatabase();
        Connection other = database.connect();
        Statement holder = other.createStatement()) {
      holder.execute(
          kind.flavor() == Flavor.POSTGRESQL
              ? "SELECT pg_advisory_lock(72707369)"
              : "SELECT GET_LOCK('prisma_migrate', 0)");
      says(
          Story.project(directory, database).run("migrate deploy"),
          "error: P1002",
          "Held by session",
          "user " + database.user());
    }
  }

  @ParameterizedTest
  @EnumSource
  void unknownMigrationNames(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = Story.project(directory, database);
      says(
          typed.run("migrate resolve --applied unique"),
          "error: P3017",
          "Did you mean " + Story.UNIQUE);
      says(typed.run("migrate resolve --rolled-back unique"), "error: P2021");
      typed.run("migrate deploy").exits(0);
      says(
          typed.run("migrate resolve --rolled-back unique"),
          "error: P3011",
          "Did you mean " + Story.UNIQUE);
      says(typed.run("migrate resolve --rolled-back " + Story.UNIQUE), "error: P3012");
      says(typed.run("migrate resolve --applied " + Story.UNIQUE), "error: P3008");
    }
  }

  @ParameterizedTest
  @EnumSource
  void scriptThatFailsHalfWay(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file(
                  "half.sql",
                  "CREATE TABLE a (id int);\nCREATE TABLE a (id int);\nCREATE TABLE b (id int);\n");
      Typed.Answer answer = typed.run("db execute --file half.sql");
      says(
          answer,
          "failed: 2 half.sql:2:1 CREATE TABLE a (id int)",
          "not run, not applied (1):",
          "3 half.sql:3:1 CREATE TABLE b (id int)",
          "SQLSTATE " + (kind.flavor() == Flavor.POSTGRESQL ? "42P07" : "42S01"));
      says(
          answer,
          kind.flavor() == Flavor.POSTGRESQL
              ? "rolled back, not applied (1):"
              : "applied (1):\n    1 half.sql:1:1 CREATE TABLE a (id int)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void databaseThatIsNotEmpty(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute("CREATE TABLE old (id int)");
      says(Story.project(directory, database).run("migrate deploy"), "error: P3005", "old");
    }
  }
}
