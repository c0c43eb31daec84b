package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flyway itself, on the same directory and the same database, goes on where schemend stopped. */
class FlywayOwnWordTest {

  private static final String FIRST =
      """
      CREATE TABLE users (id int primary key, name varchar(20) not null);
      INSERT INTO users VALUES (1,'paul'),(2,'paul');
      """;
  private static final String SECOND =
      """
      CREATE TABLE post (id int primary key);
      CREATE UNIQUE INDEX users_name ON users (name);
      CREATE INDEX users_name_id ON users (name, id);
      """;
  private static final String THIRD = "CREATE TABLE late (id int primary key);\n";
  private static final String VIEW = "CREATE VIEW names AS SELECT name FROM users;\n";

  private static Flyway flyway(Path directory, TestDatabase database) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("filesystem:" + directory.resolve("migrations"))
        .load();
  }

  @ParameterizedTest
  @EnumSource
  void validatesAndMigratesOnAfterDeploy(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("migrations/V1__init.sql", FIRST)
              .file("migrations/V2.1__late.sql", THIRD)
              .file("migrations/R__names.sql", VIEW);
      typed.run("migrate deploy").exits(0);
      Flyway flyway = flyway(directory, database);
      flyway.validate();
      assertEquals(0, flyway.migrate().migrationsExecuted);

      typed.file("migrations/V3__more.sql", "CREATE TABLE more (id int primary key);\n");
      assertEquals(1, flyway(directory, database).migrate().migrationsExecuted);
      typed.run("migrate status").exits(0);
      typed.run("migrate deploy").exits(0);
      flyway(directory, database).validate();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void goesOnAfterBaseline(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("migrations/V1__init.sql", "CREATE TABLE users (id int primary key);\n")
              .file("migrations/V2__late.sql", THIRD);
      database.execute("CREATE TABLE users (id int primary key)");
      typed.run("migrate baseline V1__init.sql").exits(0);
      Flyway flyway = flyway(directory, database);
      assertEquals(1, flyway.migrate().migrationsExecuted);
      flyway.validate();
      typed.run("migrate status").exits(0);
    }
  }

  /** Our row of a failed migration stops Flyway, as its own does; our repair lets it go on. */
  @ParameterizedTest
  @EnumSource
  void goesOnAfterRepairOfOurFailure(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("migrations/V1__init.sql", FIRST)
              .file("migrations/V2__unique.sql", SECOND);
      typed.run("migrate deploy --no-preflight").exits(1);
      assertFalse(flyway(directory, database).validateWithResult().validationSuccessful);
      typed.run("repair --backward --yes --allow data-loss").exits(0);
      database.execute("UPDATE users SET name = 'paula' WHERE id = 2");
      Flyway flyway = flyway(directory, database);
      assertEquals(1, flyway.migrate().migrationsExecuted);
      flyway.validate();
      typed.run("migrate status").exits(0);
    }
  }

  /** Flyway runs, and fails; schemend finds the place and leads out; Flyway goes on. */
  @ParameterizedTest
  @EnumSource
  void goesOnAfterRepairOfItsOwnFailure(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("migrations/V1__init.sql", FIRST)
              .file("migrations/V2__unique.sql", SECOND);
      assertThrows(FlywayException.class, () -> flyway(directory, database).migrate());
      database.execute("UPDATE users SET name = 'paula' WHERE id = 2");
      switch (kind.flavor()) {
        // PostgreSQL undid the migration, and Flyway keeps no row of it.
        case POSTGRESQL -> typed.run("migrate deploy").exits(0);
        case MYSQL, MARIADB -> typed.run("repair --forward --yes").exits(0);
      }
      typed.file("migrations/V3__late.sql", THIRD);
      Flyway flyway = flyway(directory, database);
      assertEquals(1, flyway.migrate().migrationsExecuted);
      flyway.validate();
      typed.run("migrate status").exits(0);
    }
  }
}
