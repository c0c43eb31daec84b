package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment that meets a lock, a signal, and what an earlier one left behind. */
class PoliteDeployTest {

  private static final String WAITING = "ALTER TABLE item ADD COLUMN b int";

  private static Typed project(Path directory, TestDatabase database) {
    Typed typed =
        new Typed(directory, database)
            .file(
                "prisma/migrations/migration_lock.toml",
                "provider = \""
                    + (database.kind().flavor() == Flavor.POSTGRESQL ? "postgresql" : "mysql")
                    + "\"\n")
            .file("prisma/migrations/1_first/migration.sql", "CREATE TABLE item (id int);\n");
    typed.run("migrate deploy").exits(0);
    return typed.file(
        "prisma/migrations/2_second/migration.sql",
        "CREATE TABLE other (id int);\n"
            + WAITING
            + ";\nCREATE TABLE last (id int);\nINSERT INTO last VALUES (1);\n");
  }

  private static Connection reader(TestDatabase database) throws SQLException {
    Connection reader = database.connect();
    reader.setAutoCommit(false);
    try (Statement statement = reader.createStatement()) {
      statement.executeQuery("SELECT id FROM item").close();
    }
    return reader;
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; !condition.getAsBoolean(); tries++) {
      if (tries > 3000) {
        throw new AssertionError("waited in vain");
      }
      Thread.sleep(20);
    }
  }

  private static String said(Path directory) {
    return read(directory.resolve("process.log"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** An index over an expression that goes on only once somebody lets go of a lock. */
  @Test
  void tellsHowFarAnIndexBuildIs(@TempDir Path directory)
      throws SQLException, InterruptedException, IOException {
    try (TestDatabase database = ServerKind.POSTGRES_18.createDatabase();
        Connection holder = database.connect();
        Statement holding = holder.createStatement()) {
      Typed typed = project(directory, database);
      database.execute("INSERT INTO item SELECT generate_series(1, 1000)");
      database.execute(
          """
          CREATE FUNCTION patient(n int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
          BEGIN
            WHILE n = 1000 AND NOT pg_try_advisory_xact_lock_shared(42) LOOP
              PERFORM pg_sleep(0.02);
            END LOOP;
            RETURN n;
          END $$
          """);
      typed.file(
          "prisma/migrations/2_second/migration.sql", "CREATE INDEX i ON item (patient(id));\n");
      holding.execute("SELECT pg_advisory_lock(42)");
      Path log = Files.createFile(directory.resolve("deploy.log"));
      CompletableFuture<Typed.Answer> deployment =
          CompletableFuture.supplyAsync(
              () -> typed.run("migrate deploy --no-preflight --log deploy.log"));
      until(() -> deployment.isDone() || read(log).contains("index build: building index"));
      holding.execute("SELECT pg_advisory_unlock(42)");
      deployment.join().exits(0);
      assertTrue(read(log).contains("index build: building index"), read(log));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void losesALockAndIsTriedAgainAndWritesDownWhen(ServerKind kind, @TempDir Path directory)
      throws IOException, SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = project(directory, database);
      String user =
          "CREATE USER "
              + database.name()
              + (kind.flavor() == Flavor.POSTGRESQL
                  ? " PASSWORD 'hunter2'"
                  : " IDENTIFIED BY 'hunter2'");
      typed.file("prisma/migrations/3_third/migration.sql", user + ";\nSELECT 1;\n");
      try (Connection reader = reader(database)) {
        Typed.Answer answer =
            typed
                .run("migrate deploy --lock-timeout 300ms --lock-retries 1 --log deploy.log")
                .exits(1);
        assertTrue(answer.err().contains("lost a lock"), answer.err());
        reader.rollback();
      }
      typed.run("migrate deploy --resume --lock-timeout 1s --log deploy.log").exits(0);
      assertEquals(List.of(List.of("1")), database.query("SELECT id FROM last"));
      String log = Files.readString(directory.resolve("deploy.log"));
      assertFalse(log.contains("hunter2") || log.contains(database.password()), log);
      assertTrue(log.lines().allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*Z .*")), log);
      assertTrue(log.contains("retry 1 in "), log);
      assertTrue(log.contains(" s 2 prisma/migrations/2_second/migration.sql:2:1 " + WAITING), log);
      typed.run("migrate status").exits(0);
      database.execute("DROP USER " + database.name());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void stopsBehindTheStatementAtTheFirstSignal(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = project(directory, database);
      try (Connection reader = reader(database)) {
        Process process = SchemendProcess.start(directory, database.url(), "migrate deploy");
        until(() -> said(directory).contains("waits for a lock"));
        signal(process, "TERM");
        until(() -> said(directory).contains("Stopping behind this statement"));
        reader.rollback();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(1, process.exitValue(), said(directory));
      }
      assertTrue(said(directory).contains("error: stopped"), said(directory));
      boolean undone = kind.flavor() == Flavor.POSTGRESQL;
      assertTrue(
          said(directory).contains(undone ? "nothing of it is applied" : "applied (2):"),
          said(directory));
      typed.run(undone ? "migrate deploy" : "migrate deploy --resume").exits(0);
      assertEquals(List.of(List.of("1")), database.query("SELECT id FROM last"));
      typed.run("migrate status").exits(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void cancelsTheStatementAtTheSecondSignal(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = project(directory, database);
      try (Connection reader = reader(database)) {
        Process process = SchemendProcess.start(directory, database.url(), "migrate deploy");
        until(() -> said(directory).contains("waits for a lock"));
        // Not INT: a build in the background of a shell ignores it, and so do its processes.
        signal(process, "TERM");
        until(() -> said(directory).contains("Stopping behind this statement"));
        signal(process, "TERM");
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(1, process.exitValue(), said(directory));
        reader.rollback();
      }
      assertTrue(said(directory).contains("cancelled, not applied: 2 "), said(directory));
      boolean undone = kind.flavor() == Flavor.POSTGRESQL;
      typed.run(undone ? "migrate deploy" : "migrate deploy --resume").exits(0);
      assertEquals(List.of(List.of("1")), database.query("SELECT id FROM last"));
      typed.run("migrate status").exits(0);
    }
  }

  /** A server looks for its client only when it has something to tell. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void aStatementWhoseClientIsGoneIsNamedAndNotOvertaken(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      String update = "UPDATE item SET id = id + 1";
      Typed typed = project(directory, database);
      typed.file(
          "prisma/migrations/2_second/migration.sql",
          "CREATE TABLE other (id int);\n" + update + ";\nCREATE TABLE last (id int);\n");
      database.execute("INSERT INTO item VALUES (1)");
      try (Connection writer = database.connect();
          Statement writing = writer.createStatement()) {
        writer.setAutoCommit(false);
        writing.executeUpdate("UPDATE item SET id = 2");
        Process process = SchemendProcess.start(directory, database.url(), "migrate deploy");
        try {
          until(() -> said(directory).contains("waits for a lock"));
        } finally {
          process.destroyForcibly().waitFor();
        }
        Typed.Answer status = typed.run("migrate status").exits(1);
        assertTrue(status.err().contains("still at work on the server: session"), status.err());
        assertTrue(status.err().contains(update), status.err());
        Typed.Answer refused = typed.run("migrate deploy --resume").exits(3);
        assertTrue(refused.err().contains("error: still-running"), refused.err());
        writer.rollback();
      }
      typed.run("migrate deploy --resume").exits(0);
      assertEquals(List.of(List.of("2")), database.query("SELECT id FROM item"));
      typed.run("migrate status").exits(0);
    }
  }

  /** The table that the migration made is in use by the time that it fails. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void whatWasWrittenSinceIsNotRevertedAway(ServerKind kind, @TempDir Path directory)
      throws InterruptedException, SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = project(directory, database);
      try (Connection reader = reader(database)) {
        CompletableFuture<Typed.Answer> deployment =
            CompletableFuture.supplyAsync(
                () ->
                    typed.run(
                        "migrate deploy --no-preflight --lock-timeout 4s --lock-retries 0"
                            + " --on-failure revert"));
        until(
            () ->
                !database
                    .query(
                        "SELECT 1 FROM information_schema.tables WHERE table_name = 'other'"
                            + " AND table_schema = DATABASE()")
                    .isEmpty());
        database.execute("INSERT INTO other VALUES (42)");
        Typed.Answer answer = deployment.join().exits(1);
        assertTrue(
            answer.err().contains("not reverted: something was written into what it made"),
            answer.err());
        reader.rollback();
      }
      assertEquals(List.of(List.of("42")), database.query("SELECT id FROM other"));
      typed.run("repair --backward --yes").exits(3);
      typed.run("migrate deploy --resume").exits(0);
    }
  }
}
