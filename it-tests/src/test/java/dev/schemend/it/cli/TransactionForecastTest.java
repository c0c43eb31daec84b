package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of transactions beforehand is what the server then does. */
class TransactionForecastTest {

  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
          + " AND table_name IN ('a', 'b', 'c') ORDER BY table_name";

  private static Typed project(Path directory, TestDatabase database, String script) {
    return new Typed(directory, database)
        .file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n")
        .file("prisma/migrations/1_one/migration.sql", script);
  }

  @Test
  void aStatementThatStandsAloneSplitsTheScript(@TempDir Path directory) {
    try (TestDatabase database = ServerKind.POSTGRES_18.createDatabase()) {
      Typed typed =
          project(
              directory,
              database,
              """
              CREATE TABLE a (id int);
              CREATE TABLE b (id int);
              CREATE INDEX CONCURRENTLY a_id ON a (id);
              CREATE TABLE c (id int);
              SELECT 1 / (SELECT count(*) FROM c);
              """);
      Typed.Answer dry = typed.run("migrate deploy --dry-run --no-preflight").exits(0);
      assertTrue(
          dry.out()
              .contains(
                  """
                  1_one
                    in one transaction:
                      1 prisma/migrations/1_one/migration.sql:1:1 CREATE TABLE a (id int)
                      2 prisma/migrations/1_one/migration.sql:2:1 CREATE TABLE b (id int)
                    by itself, as the server runs it in no transaction:
                      3 prisma/migrations/1_one/migration.sql:3:1 CREATE INDEX CONCURRENTLY a_id ON a (id)
                    in one transaction:
                      4 prisma/migrations/1_one/migration.sql:4:1 CREATE TABLE c (id int)
                      5 prisma/migrations/1_one/migration.sql:5:1 SELECT 1 / (SELECT count(*) FROM c)
                  """),
          dry.out());
      assertTrue(dry.err().contains("note: 1_one is not atomic"), dry.err());
      assertEquals(List.of(), database.query(TABLES));
      typed.run("migrate deploy --no-preflight").exits(1);
      assertEquals(List.of(List.of("a"), List.of("b")), database.query(TABLES));
      assertTrue(typed.run("migrate status").exits(1).err().contains("3 of its 5"));
    }
  }

  @Test
  void aMigrationThatWantsNoTransactionHasNone(@TempDir Path directory) {
    try (TestDatabase database = ServerKind.POSTGRES_18.createDatabase()) {
      Typed typed =
          project(
              directory,
              database,
              """
              -- schemend:no-transaction
              CREATE TABLE a (id int);
              CREATE TABLE b (id int);
              SELECT 1 / (SELECT count(*) FROM b);
              CREATE TABLE c (id int);
              """);
      Typed.Answer dry = typed.run("migrate deploy --dry-run --no-preflight").exits(0);
      assertTrue(dry.out().contains("  committed by itself:\n    4 "), dry.out());
      typed.run("migrate deploy --no-preflight").exits(1);
      assertEquals(List.of(List.of("a"), List.of("b")), database.query(TABLES));
      database.execute("INSERT INTO b VALUES (1)");
      typed.run("migrate deploy --resume").exits(0);
      assertEquals(3, database.query(TABLES).size());
      typed.run("migrate status").exits(0);
    }
  }

  /** A new label cannot be used in the transaction that adds it (55P04). */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void aNewLabelIsCommittedBeforeItsUse(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute("CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE a (m mood)");
      Typed typed =
          project(
              directory,
              database,
              """
              CREATE TABLE b (id int);
              ALTER TYPE mood ADD VALUE 'fine';
              ALTER TABLE a ALTER COLUMN m SET DEFAULT 'fine';
              INSERT INTO a DEFAULT VALUES;
              """);
      typed.file("prisma/migrations/0_made/migration.sql", "SELECT 1;\n");
      typed.run("migrate resolve --applied 0_made").exits(0);
      Typed.Answer dry = typed.run("migrate deploy --dry-run").exits(0);
      assertTrue(dry.out().contains("once the new label is committed:\n    3 "), dry.out());
      assertTrue(dry.err().contains("note: 1_one is not atomic"), dry.err());
      typed.run("migrate deploy").exits(0);
      assertEquals(List.of(List.of("fine")), database.query("SELECT m FROM a"));
    }
  }

  @Test
  void aLabelOfATypeThatIsNewItselfMayBeUsedAtOnce(@TempDir Path directory) {
    try (TestDatabase database = ServerKind.POSTGRES_18.createDatabase()) {
      Typed typed =
          project(
              directory,
              database,
              """
              CREATE TYPE mood AS ENUM ('ok');
              ALTER TYPE mood ADD VALUE 'fine';
              CREATE TABLE a (m mood DEFAULT 'fine');
              SELECT 1 / (SELECT count(*) FROM a);
              """);
      typed.run("migrate deploy --no-preflight").exits(1);
      assertEquals(List.of(), database.query(TABLES));
    }
  }

  @Test
  void aTransactionOfTheScriptsOwnIsNotSplit(@TempDir Path directory) {
    try (TestDatabase database = ServerKind.POSTGRES_18.createDatabase()) {
      database.execute("CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE a (m mood)");
      Typed typed =
          project(
              directory,
              database,
              """
              BEGIN;
              ALTER TYPE mood ADD VALUE 'fine';
              INSERT INTO a VALUES ('fine');
              COMMIT;
              """);
      typed.file("prisma/migrations/0_made/migration.sql", "SELECT 1;\n");
      typed.run("migrate resolve --applied 0_made").exits(0);
      Typed.Answer dry = typed.run("migrate deploy --dry-run --no-preflight").exits(0);
      assertTrue(dry.err().contains("(55P04)"), dry.err());
      assertTrue(typed.run("migrate deploy --no-preflight").exits(1).err().contains("55P04"));
    }
  }
}
