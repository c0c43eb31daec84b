package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Timeout;
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

  private static final String WAITS = "ALTER TABLE users ADD COLUMN late int;\n";

  private static Typed atWork(Path directory, TestDatabase database) {
    Typed typed = new Typed(directory, database).file("migrations/V1__init.sql", FIRST);
    typed.run("migrate deploy").exits(0);
    return typed.file("migrations/V2__waits.sql", WAITS);
  }

  /** Until a session waits for the table that another one holds. */
  private static void untilWaiting(TestDatabase database) throws InterruptedException {
    String waiting =
        switch (database.kind().flavor()) {
          case POSTGRESQL ->
              "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                  + " AND wait_event_type = 'Lock' AND query LIKE 'ALTER TABLE users%'";
          case MYSQL, MARIADB ->
              "SELECT 1 FROM information_schema.processlist WHERE db = database()"
                  + " AND state LIKE 'Waiting for table%' AND info LIKE 'ALTER TABLE users%'";
        };
    while (database.query(waiting).isEmpty()) {
      Thread.sleep(50);
    }
  }

  private static void hold(Connection holder, TestDatabase database) throws SQLException {
    try (Statement statement = holder.createStatement()) {
      switch (database.kind().flavor()) {
        case POSTGRESQL -> {
          holder.setAutoCommit(false);
          statement.execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
        }
        case MYSQL, MARIADB -> statement.execute("LOCK TABLES users WRITE");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  @Timeout(120)
  void doesNotRunWhileWeDo(ServerKind kind, @TempDir Path directory)
      throws SQLException, InterruptedException {
    try (TestDatabase database = kind.createDatabase();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Typed typed = atWork(directory, database);
      Future<Typed.Answer> deployment;
      try (Connection holder = database.connect()) {
        hold(holder, database);
        deployment = threads.submit(() -> typed.run("migrate deploy --no-preflight"));
        untilWaiting(database);
        Flyway impatient =
            Flyway.configure()
                .configuration(flyway(directory, database).getConfiguration())
                .lockRetryCount(1)
                .load();
        assertThrows(FlywayException.class, impatient::migrate);
      }
      done(deployment).exits(0);
      assertEquals(0, flyway(directory, database).migrate().migrationsExecuted);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  @Timeout(120)
  void weDoNotRunWhileItDoes(ServerKind kind, @TempDir Path directory)
      throws SQLException, InterruptedException {
    try (TestDatabase database = kind.createDatabase();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Typed typed = atWork(directory, database);
      Future<Integer> migration;
      try (Connection holder = database.connect()) {
        hold(holder, database);
        migration = threads.submit(() -> flyway(directory, database).migrate().migrationsExecuted);
        untilWaiting(database);
        Typed.Answer answer = typed.run("migrate deploy --no-preflight").exits(1);
        assertTrue(answer.err().contains("error: P1002"), answer.err());
        assertTrue(answer.err().contains("Held by session"), answer.err());
      }
      assertEquals(1, done(migration));
      typed.run("migrate deploy").exits(0);
      typed.run("migrate status").exits(0);
    }
  }

  private static <T> T done(Future<T> work) throws InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
