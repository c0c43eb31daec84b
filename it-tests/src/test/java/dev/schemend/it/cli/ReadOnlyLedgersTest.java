package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Histories whose rows only their owner can make: read, closed where that is certain, and no more.
 */
class ReadOnlyLedgersTest {

  private static void assertRefused(Typed typed, String command, String of) {
    Typed.Answer answer = typed.run(command).exits(1);
    assertTrue(answer.err().contains("read-only-history"), answer.err());
    assertTrue(answer.err().contains(of), answer.err());
  }

  private static Typed atlas(Path directory, TestDatabase database) {
    String json = database.kind().flavor() == Flavor.POSTGRESQL ? "jsonb" : "json";
    database.execute(
        "CREATE TABLE atlas_schema_revisions (version varchar(255) NOT NULL,"
            + " description varchar(255) NOT NULL, type bigint NOT NULL DEFAULT 2,"
            + " applied bigint NOT NULL DEFAULT 0, total bigint NOT NULL DEFAULT 0,"
            + " executed_at timestamp NOT NULL, execution_time bigint NOT NULL, error text NULL,"
            + " error_stmt text NULL, hash varchar(255) NOT NULL, partial_hashes "
            + json
            + " NULL, operator_version varchar(255) NOT NULL, PRIMARY KEY (version))");
    revision(database, "1", 1, 0, 0, "NULL");
    revision(database, "2", 2, 1, 1, "NULL");
    revision(database, "3", 2, 1, 2, "'duplicate'");
    database.execute("CREATE TABLE a (id int primary key, n int)");
    database.execute("CREATE INDEX a_n ON a (n)");
    database.execute("INSERT INTO a VALUES (1,1),(2,1)");
    database.execute("CREATE TABLE b (id int primary key)");
    return new Typed(directory, database)
        .file("migrations/atlas.sum", "h1:x\n")
        .file("migrations/0_before.sql", "CREATE TABLE a (id int primary key);\n")
        .file("migrations/1_base.sql", "ALTER TABLE a ADD n int;\n")
        .file("migrations/2_index.sql", "CREATE INDEX a_n ON a (n);\n")
        .file(
            "migrations/3_unique.sql",
            "CREATE TABLE b (id int primary key);\nCREATE UNIQUE INDEX a_u ON a (n);\n");
  }

  private static void revision(
      TestDatabase database, String version, int type, int applied, int total, String error) {
    database.execute(
        "INSERT INTO atlas_schema_revisions VALUES ('%s', 'd', %d, %d, %d, '2024-01-01 00:00:00', 1, %s, NULL, 'h', NULL, 'Atlas CLI')"
            .formatted(version, type, applied, total, error));
  }

  private static List<List<String>> revisions(TestDatabase database) {
    return database.query("SELECT version, type FROM atlas_schema_revisions ORDER BY version");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void atlasIsReadAndAnOpenRowIsClosed(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = atlas(directory, database);
      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.err().contains("1 of its 2 statements"), status.err());
      typed.run("repair --backward --yes --allow data-loss").exits(0);
      assertEquals(List.of(List.of("1", "1"), List.of("2", "2")), revisions(database));
      assertRefused(typed, "migrate deploy", "atlas migrate apply");
      assertRefused(typed, "migrate baseline 3_unique.sql --force", "atlas migrate set");
      assertRefused(typed, "migrate resolve --applied 3_unique.sql", "Atlas");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void atlasIsRepairedForward(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = atlas(directory, database);
      database.execute("UPDATE a SET n = 2 WHERE id = 2");
      typed.run("repair --forward --yes").exits(0);
      assertEquals(
          List.of(List.of("1", "1"), List.of("2", "2"), List.of("3", "6")), revisions(database));
      assertEquals(
          List.of(List.of("2", "2", "", "")),
          database.query(
              "SELECT applied, total, error, coalesce(error_stmt, 'x')"
                  + " FROM atlas_schema_revisions WHERE version = '3'"));
      typed.run("migrate status").exits(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void liquibaseIsRead(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      changelog(database);
      database.execute(
          "INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED,"
              + " EXECTYPE, MD5SUM) VALUES ('1', 'ann', 'db/migrations/a.sql',"
              + " '2024-01-01 00:00:00', 1, 'EXECUTED', '9:0123456789abcdef0123456789abcdef')");
      database.execute("CREATE TABLE one (id int primary key)");
      Typed typed =
          new Typed(directory, database)
              .file(
                  "migrations/a.sql",
                  """
                  --liquibase formatted sql
                  --changeset ann:1
                  CREATE TABLE one (id int primary key);
                  --changeset ann:2
                  CREATE TABLE two (id int primary key);
                  """);
      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.out().contains("a.sql::2::ann"), status.out());
      assertTrue(!status.out().contains("a.sql::1::ann"), status.out());
      assertRefused(typed, "migrate deploy", "liquibase update");
      database.execute("CREATE TABLE two (id int primary key)");
      typed.run("migrate resolve --applied a.sql::2::ann").exits(0);
      assertEquals(
          List.of(Arrays.asList("2", "ann", "db/migrations/a.sql", "2", "EXECUTED", null)),
          database.query(
              "SELECT ID, AUTHOR, FILENAME, ORDEREXECUTED, EXECTYPE, MD5SUM"
                  + " FROM DATABASECHANGELOG WHERE ID = '2'"));
      typed.run("migrate status").exits(0);
      typed.file(
          "migrations/b.sql",
          "--liquibase formatted sql\n--changeset ann:3\nCREATE TABLE three (id int);\n");
      assertRefused(typed, "migrate resolve --applied b.sql::3::ann", "liquibase changelog-sync");
    }
  }

  private static void changelog(TestDatabase database) {
    database.execute(
        "CREATE TABLE DATABASECHANGELOG (ID varchar(255) NOT NULL, AUTHOR varchar(255) NOT NULL,"
            + " FILENAME varchar(255) NOT NULL, DATEEXECUTED timestamp NOT NULL,"
            + " ORDEREXECUTED int NOT NULL, EXECTYPE varchar(10) NOT NULL, MD5SUM varchar(35),"
            + " DESCRIPTION varchar(255), COMMENTS varchar(255), TAG varchar(255),"
            + " LIQUIBASE varchar(20), CONTEXTS varchar(255), LABELS varchar(255),"
            + " DEPLOYMENT_ID varchar(10))");
    database.execute(
        "CREATE TABLE DATABASECHANGELOGLOCK (ID int NOT NULL PRIMARY KEY, LOCKED boolean NOT NULL,"
            + " LOCKGRANTED timestamp NULL, LOCKEDBY varchar(255))");
    database.execute("INSERT INTO DATABASECHANGELOGLOCK (ID, LOCKED) VALUES (1, FALSE)");
  }

  private static final String HALF =
      """
      --liquibase formatted sql
      --changeset ann:1
      CREATE TABLE one (id int primary key, n int);
      INSERT INTO one VALUES (1, 7), (2, 7);
      --changeset ann:2
      CREATE TABLE two (id int primary key);
      CREATE UNIQUE INDEX one_n ON one (n);
      """;

  /** As a change set of two statements leaves it on MySQL: Liquibase writes no row of it. */
  private static Typed half(Path directory, TestDatabase database) {
    changelog(database);
    database.execute(
        "INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED,"
            + " EXECTYPE, MD5SUM) VALUES ('1', 'ann', 'a.sql', '2024-01-01 00:00:00', 1,"
            + " 'EXECUTED', NULL)");
    database.execute("CREATE TABLE one (id int primary key, n int)");
    database.execute("INSERT INTO one VALUES (1, 7), (2, 7)");
    database.execute("CREATE TABLE two (id int primary key)");
    return new Typed(directory, database).file("migrations/a.sql", HALF);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void liquibaseIsRepairedEitherWayUnderItsLock(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = half(directory, database);
      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.err().contains("1 of its 2 statements"), status.err());
      database.execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'ann@laptop'");
      Typed.Answer locked =
          typed.run("repair --backward --yes --allow data-loss --no-preflight").exits(1);
      assertTrue(locked.err().contains("P1002"), locked.err());
      assertTrue(locked.err().contains("ann@laptop"), locked.err());
      database.execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = FALSE, LOCKEDBY = NULL");
      typed.run("repair --backward --yes").exits(0);
      assertEquals(1, database.query("SELECT ID FROM DATABASECHANGELOG").size());

      database.execute("CREATE TABLE two (id int primary key)");
      database.execute("UPDATE one SET n = 8 WHERE id = 2");
      typed.run("repair --forward --yes").exits(0);
      typed.run("migrate status").exits(0);
    }
  }
}
