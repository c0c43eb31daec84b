package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flyway's history is read and written as Flyway does it. */
class FlywayHistoryTest {

  private static final String INIT =
      """
      CREATE TABLE users (id int primary key, name varchar(20) not null);
      INSERT INTO users VALUES (1,'paul'),(2,'paul');
      """;
  private static final String UNIQUE =
      """
      ALTER TABLE users ADD COLUMN email varchar(20);
      UPDATE users SET email = 'x';
      CREATE TABLE post (id int primary key);
      CREATE UNIQUE INDEX users_name ON users (name);
      CREATE INDEX users_email ON users (email);
      """;

  /** What Flyway 11.8.2 computes for these files. */
  private static final String INIT_CHECKSUM = "-1501324223";

  private static final String UNIQUE_CHECKSUM = "-1144478011";

  private static final String HISTORY =
      "SELECT installed_rank, version, description, type, script, checksum, success"
          + " FROM flyway_schema_history ORDER BY installed_rank";

  private static List<String> row(
      TestDatabase database, String rank, String version, String words, String sum, boolean ok) {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    String script = "V" + version + "__" + words.replace(' ', '_') + ".sql";
    String success = postgres ? (ok ? "t" : "f") : ok ? "1" : "0";
    return List.of(rank, version, words, "SQL", script, sum, success);
  }

  @ParameterizedTest
  @EnumSource
  void aFailedMigrationIsRepairedEitherWay(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database).file("migrations/V1__init.sql", INIT);
      typed.run("migrate deploy").exits(0);
      List<String> first = row(database, "1", "1", "init", INIT_CHECKSUM, true);
      assertEquals(List.of(first), database.query(HISTORY));

      typed.file("migrations/V2__unique_names.sql", UNIQUE);
      typed.run("migrate deploy").exits(3);
      typed.run("migrate deploy --no-preflight").exits(1);
      assertEquals(
          List.of(first, row(database, "2", "2", "unique names", UNIQUE_CHECKSUM, false)),
          database.query(HISTORY));
      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(
          status
              .err()
              .contains(
                  kind.flavor() == Flavor.POSTGRESQL
                      ? "none of its 5 statements"
                      : "3 of its 5 statements"),
          status.err());
      typed.run("repair --backward --yes --allow data-loss").exits(0);
      assertEquals(List.of(first), database.query(HISTORY));

      typed.run("migrate deploy --no-preflight").exits(1);
      database.execute("UPDATE users SET name = 'paula' WHERE id = 2");
      typed.run("repair --forward --yes").exits(0);
      assertEquals(
          List.of(first, row(database, "2", "2", "unique names", UNIQUE_CHECKSUM, true)),
          database.query(HISTORY));
      typed.run("migrate status").exits(0);
      typed.run("migrate deploy").exits(0);
    }
  }

  /** What Flyway's baseline stands for is applied; a version that it undid is not. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void readsWhatFlywayWrote(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("migrations/V1__one.sql", "CREATE TABLE one (id int primary key);\n")
              .file("migrations/V1_1__two.sql", "CREATE TABLE two (id int primary key);\n")
              .file("migrations/V2__three.sql", "CREATE TABLE three (id int primary key);\n");
      typed.run("migrate resolve --applied V2__three.sql").exits(0);
      database.execute(
          "UPDATE flyway_schema_history SET version = '1.1', description = '<< Flyway Baseline >>',"
              + " type = 'BASELINE', script = '<< Flyway Baseline >>', checksum = NULL");
      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.out().contains("V2__three.sql"), status.out());
      assertTrue(!status.out().contains("V1__one.sql"), status.out());
      typed.run("migrate deploy").exits(0);
      typed.run("migrate status").exits(0);
    }
  }
}
