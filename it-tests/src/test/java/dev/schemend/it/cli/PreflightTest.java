package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the check foretells, held against what the server then does: it finds every planted
 * violation, and invents none where the server has nothing against the statement.
 */
class PreflightTest {

  /**
   * A statement on rows.
   *
   * @param code what the server must answer; empty where it must accept
   * @param given tables and rows
   * @param script the statement in question, last; what is before it must succeed
   */
  private record Planted(String code, String given, List<String> script) {}

  private static Planted fails(String code, String given, String... script) {
    return new Planted(code, given, List.of(script));
  }

  private static Planted runs(String given, String... script) {
    return new Planted("", given, List.of(script));
  }

  private static final String T = "CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20)); ";
  private static final String TWICE = T + "INSERT INTO t VALUES (1, 7, 'x'), (2, 7, 'y')";
  private static final String ONCE = T + "INSERT INTO t VALUES (1, 7, 'x'), (2, 8, 'y')";
  private static final String NULLS = T + "INSERT INTO t VALUES (1, NULL, 'x'), (2, NULL, 'x')";
  private static final String PARENT =
      "CREATE TABLE p (id int PRIMARY KEY, c int, UNIQUE (c, id)); INSERT INTO p VALUES (7, 1); ";

  /** What both dialects write and mean alike; codes are PostgreSQL's. */
  private static final List<Planted> SHARED =
      List.of(
          fails("23505", TWICE, "CREATE UNIQUE INDEX u ON t (a)"),
          runs(ONCE, "CREATE UNIQUE INDEX u ON t (a)"),
          runs(NULLS, "CREATE UNIQUE INDEX u ON t (a, b)"),
          fails("23505", TWICE, "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)"),
          runs(TWICE, "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a, b)"),
          fails(
              "23505",
              "CREATE TABLE q (a int NOT NULL, b int NOT NULL); INSERT INTO q VALUES (1, 2), (1,"
                  + " 2)",
              "ALTER TABLE q ADD PRIMARY KEY (a, b)"),
          runs(
              "CREATE TABLE q (a int NOT NULL, b int NOT NULL); INSERT INTO q VALUES (1, 2), (1,"
                  + " 3)",
              "ALTER TABLE q ADD PRIMARY KEY (a, b)"),
          fails("23505", TWICE, "ALTER TABLE t ADD COLUMN n int DEFAULT 3 UNIQUE"),
          runs(TWICE, "ALTER TABLE t ADD COLUMN n int UNIQUE"),
          fails("23514", ONCE, "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 8)"),
          runs(ONCE, "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 9)"),
          runs(NULLS, "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 8)"),
          fails(
              "23503",
              PARENT + ONCE,
              "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)"),
          runs(PARENT + TWICE, "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)"),
          runs(PARENT + NULLS, "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)"),
          // Half a key points nowhere, and need not.
          runs(
              PARENT + "CREATE TABLE k (c int, id int); INSERT INTO k VALUES (9, NULL), (1, 7)",
              "ALTER TABLE k ADD CONSTRAINT f FOREIGN KEY (c, id) REFERENCES p (c, id)"),
          // The child's columns are named as the parent's.
          fails(
              "23503",
              PARENT + "CREATE TABLE k (c int, id int); INSERT INTO k VALUES (1, 8)",
              "ALTER TABLE k ADD CONSTRAINT f FOREIGN KEY (c, id) REFERENCES p (c, id)"),
          fails(
              "23503",
              T + "INSERT INTO t VALUES (1, 1, 'x'), (2, 3, 'y')",
              "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (id)"),
          fails(
              "23503",
              ONCE,
              "CREATE TABLE fresh (id int PRIMARY KEY)",
              "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES fresh (id)"),
          runs(
              NULLS,
              "CREATE TABLE fresh (id int PRIMARY KEY)",
              "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES fresh (id)"),
          // The names change before the key comes.
          fails(
              "23505",
              TWICE,
              "ALTER TABLE t RENAME TO s",
              "ALTER TABLE s RENAME COLUMN a TO z",
              "CREATE UNIQUE INDEX u ON s (z)"),
          runs("CREATE TABLE e (a int)", "ALTER TABLE e ADD COLUMN n int NOT NULL"),
          runs(ONCE, "ALTER TABLE t ADD COLUMN n int NOT NULL DEFAULT 5"));

  private static final String SPANS =
      "CREATE TABLE s (r int4range, k int, n int); INSERT INTO s VALUES ('[1,5)', 1, 1), ('[4,9)',"
          + " 2, 1), (NULL, 3, 1)";

  private static final List<Planted> POSTGRES =
      List.of(
          fails("23P01", SPANS, "ALTER TABLE s ADD CONSTRAINT x EXCLUDE USING gist (r WITH &&)"),
          runs(
              SPANS, "ALTER TABLE s ADD CONSTRAINT x EXCLUDE USING gist (r WITH &&) WHERE (k > 1)"),
          fails(
              "23P01",
              SPANS,
              "ALTER TABLE s ADD CONSTRAINT x EXCLUDE USING gist (int4range(n, k + 1) WITH &&)"),
          runs(SPANS, "ALTER TABLE s ADD CONSTRAINT x EXCLUDE (k WITH =)"),
          fails("23P01", SPANS, "ALTER TABLE s ADD CONSTRAINT x EXCLUDE (n WITH =)"),
          runs(
              "CREATE TABLE w (v text); INSERT INTO w VALUES (repeat('a', 20000)), ('b')",
              "CREATE INDEX w_v ON w (v)"),
          fails("23505", NULLS, "CREATE UNIQUE INDEX u ON t (lower(b))"),
          runs(NULLS, "CREATE UNIQUE INDEX u ON t (b) WHERE a = 7"),
          fails("23505", TWICE, "CREATE UNIQUE INDEX u ON t (a) WHERE id < 3"),
          runs(TWICE, "CREATE UNIQUE INDEX u ON t (a) WHERE id < 2"),
          fails("23502", NULLS, "ALTER TABLE t ALTER COLUMN a SET NOT NULL"),
          runs(ONCE, "ALTER TABLE t ALTER COLUMN a SET NOT NULL"),
          fails("23502", NULLS, "ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (a)"),
          fails("23502", ONCE, "ALTER TABLE t ADD COLUMN n int NOT NULL"),
          fails("23514", ONCE, "ALTER TABLE t ADD COLUMN n int DEFAULT 3 CHECK (n > 3)"),
          runs(TWICE, "ALTER TABLE t ADD COLUMN n serial UNIQUE"),
          runs(ONCE, "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 8) NOT VALID"),
          fails(
              "23514",
              ONCE,
              "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 8) NOT VALID",
              "ALTER TABLE t VALIDATE CONSTRAINT c"),
          runs(
              PARENT + ONCE,
              "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) NOT VALID"),
          fails(
              "23503",
              PARENT + "CREATE TABLE k (c int, id int); INSERT INTO k VALUES (1, NULL)",
              "ALTER TABLE k ADD CONSTRAINT f FOREIGN KEY (c, id) REFERENCES p (c, id) MATCH FULL"),
          fails(
              "22001",
              T + "INSERT INTO t VALUES (1, 1, 'abcdef')",
              "ALTER TABLE t ALTER COLUMN b TYPE varchar(5)"),
          runs(
              T + "INSERT INTO t VALUES (1, 1, 'abcde   ')",
              "ALTER TABLE t ALTER COLUMN b TYPE varchar(5)"),
          fails(
              "22003",
              T + "INSERT INTO t VALUES (1, 40000, 'x')",
              "ALTER TABLE t ALTER COLUMN a TYPE smallint"),
          runs(
              T + "INSERT INTO t VALUES (1, -32768, 'x')",
              "ALTER TABLE t ALTER COLUMN a TYPE smallint"),
          fails(
              "22003",
              "CREATE TABLE n (x numeric); INSERT INTO n VALUES (999.996)",
              "ALTER TABLE n ALTER COLUMN x TYPE numeric(5,2)"),
          runs(
              "CREATE TABLE n (x numeric); INSERT INTO n VALUES (999.994)",
              "ALTER TABLE n ALTER COLUMN x TYPE numeric(5,2)"),
          fails(
              "22P02",
              T + "INSERT INTO t VALUES (1, 1, '12'), (2, 1, 'x')",
              "ALTER TABLE t ALTER COLUMN b TYPE int USING b::int"),
          runs(
              T + "INSERT INTO t VALUES (1, 1, ' 12 '), (2, 1, NULL)",
              "ALTER TABLE t ALTER COLUMN b TYPE int USING b::int"),
          fails(
              "22P02",
              T + "INSERT INTO t VALUES (1, 1, 'red')",
              "CREATE TYPE color AS ENUM ('blue')",
              "ALTER TABLE t ALTER COLUMN b TYPE color USING b::color"),
          fails(
              "22P02",
              "CREATE TYPE old AS ENUM ('red', 'blue'); CREATE TABLE c (x old);"
                  + " INSERT INTO c VALUES ('red')",
              "CREATE TYPE new AS ENUM ('blue')",
              "ALTER TABLE c ALTER COLUMN x TYPE new USING (x::text::new)"),
          runs(
              "CREATE TYPE old AS ENUM ('red', 'blue'); CREATE TABLE c (x old);"
                  + " INSERT INTO c VALUES ('blue')",
              "CREATE TYPE new AS ENUM ('blue')",
              "ALTER TABLE c ALTER COLUMN x TYPE new USING (x::text::new)"),
          fails(
              "23505",
              "CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic ="
                  + " false); CREATE TABLE c (x text COLLATE ci);"
                  + " INSERT INTO c VALUES ('Paul'), ('paul')",
              "CREATE UNIQUE INDEX u ON c (x)"),
          fails(
              "22P02",
              T + "INSERT INTO t VALUES (1, 1, 'x')",
              "ALTER TABLE t ALTER COLUMN b TYPE uuid USING b::uuid"),
          fails(
              "22008",
              T + "INSERT INTO t VALUES (1, 1, '2024-02-30')",
              "ALTER TABLE t ALTER COLUMN b TYPE date USING b::date"),
          fails(
              "22007",
              T + "INSERT INTO t VALUES (1, 1, 'yesterdays')",
              "ALTER TABLE t ALTER COLUMN b TYPE timestamptz USING b::timestamptz"),
          runs(
              T + "INSERT INTO t VALUES (1, 1, '2024-02-29')",
              "ALTER TABLE t ALTER COLUMN b TYPE date USING b::date"),
          fails(
              "22001",
              T + "INSERT INTO t VALUES (1, 1234, 'x')",
              "ALTER TABLE t ALTER COLUMN a TYPE varchar(3)"),
          runs(
              T + "INSERT INTO t VALUES (1, -12, 'x')",
              "ALTER TABLE t ALTER COLUMN a TYPE varchar(3)"),
          fails(
              "22003",
              "CREATE TABLE n (x float8); INSERT INTO n VALUES (3e9)",
              "ALTER TABLE n ALTER COLUMN x TYPE int"),
          runs(
              "CREATE TABLE n (x float8); INSERT INTO n VALUES (2e9)",
              "ALTER TABLE n ALTER COLUMN x TYPE int"),
          fails(
              "22P02",
              T + "INSERT INTO t VALUES (1, 1, '{')",
              "ALTER TABLE t ALTER COLUMN b TYPE jsonb USING b::jsonb"),
          fails(
              "22P02",
              T + "INSERT INTO t VALUES (1, 1, 'si')",
              "ALTER TABLE t ALTER COLUMN b TYPE boolean USING b::boolean"),
          fails("22012", ONCE, "ALTER TABLE t ALTER COLUMN a TYPE bigint USING 100 / (a - 7)"),
          runs(ONCE, "ALTER TABLE t ALTER COLUMN a TYPE bigint USING 100 / (a - 6)"),
          fails(
              "23514",
              "CREATE DOMAIN small AS int CHECK (VALUE < 8); " + ONCE,
              "ALTER TABLE t ALTER COLUMN a TYPE small"),
          runs(
              "CREATE DOMAIN small AS int CHECK (VALUE < 9); " + ONCE,
              "ALTER TABLE t ALTER COLUMN a TYPE small"),
          fails("EXTENSION", "", "CREATE EXTENSION nobody_wrote_this"));

  private static final List<Planted> POSTGRES_15_ON =
      List.of(
          fails("23505", NULLS, "CREATE UNIQUE INDEX u ON t (a) NULLS NOT DISTINCT"),
          runs(NULLS, "CREATE UNIQUE INDEX u ON t (a, id) NULLS NOT DISTINCT"));

  private static final List<Planted> MYSQL =
      List.of(
          // By the collation, and by its first characters.
          fails(
              "23505",
              T + "INSERT INTO t VALUES (1, 1, 'Paul'), (2, 1, 'paul')",
              "CREATE UNIQUE INDEX u ON t (b)"),
          runs(
              "CREATE TABLE t (b varchar(9) COLLATE utf8mb4_bin);"
                  + " INSERT INTO t VALUES ('Paul'), ('paul')",
              "CREATE UNIQUE INDEX u ON t (b)"),
          fails(
              "23505",
              T + "INSERT INTO t VALUES (1, 1, 'abc1'), (2, 1, 'abc2')",
              "CREATE UNIQUE INDEX u ON t (b(3))"),
          runs(
              T + "INSERT INTO t VALUES (1, 1, 'abc1'), (2, 1, 'abc2')",
              "CREATE UNIQUE INDEX u ON t (b(4))"),
          fails("NULL", NULLS, "ALTER TABLE t MODIFY a int NOT NULL"),
          runs(ONCE, "ALTER TABLE t MODIFY a int NOT NULL"),
          fails("NULL", NULLS, "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a)"),
          runs(ONCE, "ALTER TABLE t ADD COLUMN n int NOT NULL"),
          fails("ZERO", ONCE, "ALTER TABLE t ADD COLUMN d date NOT NULL"),
          fails("23505", ONCE, "ALTER TABLE t ADD COLUMN n int NOT NULL UNIQUE"),
          fails(
              "1265",
              T + "INSERT INTO t VALUES (1, 1, 'abcdef')",
              "ALTER TABLE t MODIFY b varchar(5)"),
          runs(T + "INSERT INTO t VALUES (1, 1, 'abcde')", "ALTER TABLE t MODIFY b varchar(5)"),
          fails(
              "1264",
              T + "INSERT INTO t VALUES (1, 40000, 'x')",
              "ALTER TABLE t MODIFY a smallint"),
          runs(
              T + "INSERT INTO t VALUES (1, 40000, 'x')",
              "ALTER TABLE t MODIFY a smallint unsigned"),
          fails(
              "1264",
              T + "INSERT INTO t VALUES (1, -1, 'x')",
              "ALTER TABLE t MODIFY a int unsigned"),
          fails(
              "1264",
              "CREATE TABLE n (x decimal(9,3)); INSERT INTO n VALUES (999.996)",
              "ALTER TABLE n MODIFY x decimal(5,2)"),
          fails(
              "TEXT",
              T + "INSERT INTO t VALUES (1, 1, '12'), (2, 1, 'x')",
              "ALTER TABLE t MODIFY b int"),
          runs(T + "INSERT INTO t VALUES (1, 1, '12'), (2, 1, '-3')", "ALTER TABLE t MODIFY b int"),
          fails(
              "1265",
              "CREATE TABLE e (x enum('red', 'blue')); INSERT INTO e VALUES ('red')",
              "ALTER TABLE e MODIFY x enum('blue')"),
          runs(
              "CREATE TABLE e (x enum('red', 'blue')); INSERT INTO e VALUES ('blue')",
              "ALTER TABLE e MODIFY x enum('blue')"),
          fails(
              "1292",
              T + "INSERT INTO t VALUES (1, 1, '2024-01-31'), (2, 1, '2024-02-31')",
              "ALTER TABLE t MODIFY b date"),
          runs(
              T + "INSERT INTO t VALUES (1, 1, '2024-01-31'), (2, 1, NULL)",
              "ALTER TABLE t MODIFY b date"),
          fails(
              "1265",
              "CREATE TABLE e (x set('red', 'blue')); INSERT INTO e VALUES ('red,blue')",
              "ALTER TABLE e MODIFY x set('blue')"),
          runs(
              "CREATE TABLE e (x set('red', 'blue')); INSERT INTO e VALUES ('blue'), ('')",
              "ALTER TABLE e MODIFY x set('blue')"),
          fails(
              "1265",
              T + "INSERT INTO t VALUES (1, 1, 'red')",
              "ALTER TABLE t MODIFY b enum('blue')"),
          fails(
              "1264",
              "CREATE TABLE n (x double); INSERT INTO n VALUES (3e9)",
              "ALTER TABLE n MODIFY x int"),
          fails(
              "1264",
              "CREATE TABLE n (x bigint); INSERT INTO n VALUES (3000000000)",
              "ALTER TABLE n MODIFY x int"),
          fails("JSON", T + "INSERT INTO t VALUES (1, 1, '{')", "ALTER TABLE t MODIFY b json"),
          fails(
              "1406",
              T + "INSERT INTO t VALUES (1, 1234, 'x')",
              "ALTER TABLE t MODIFY a varchar(3)"),
          runs(T + "INSERT INTO t VALUES (1, 123, 'x')", "ALTER TABLE t MODIFY a varchar(3)"),
          runs(
              "CREATE TABLE n (x double); INSERT INTO n VALUES (2e9)",
              "ALTER TABLE n MODIFY x int"),
          fails(
              "1366",
              "CREATE TABLE w (x varchar(9) CHARACTER SET utf8mb4);"
                  + " INSERT INTO w VALUES (_utf8mb4 x'F09F9880')",
              "ALTER TABLE w CONVERT TO CHARACTER SET utf8mb3"),
          runs(
              "CREATE TABLE w (x varchar(9) CHARACTER SET utf8mb4);"
                  + " INSERT INTO w VALUES (_utf8mb4 x'C3A4')",
              "ALTER TABLE w CONVERT TO CHARACTER SET utf8mb3"));

  private static List<Planted> planted(ServerKind kind) {
    List<Planted> planted = new ArrayList<>(SHARED);
    if (kind.flavor() == Flavor.POSTGRESQL) {
      planted.addAll(POSTGRES);
      if (kind != ServerKind.POSTGRES_14) {
        planted.addAll(POSTGRES_15_ON);
      }
    } else {
      planted.addAll(MYSQL);
    }
    return planted;
  }

  @ParameterizedTest
  @EnumSource
  void foretellsWhatTheServerDoes(ServerKind kind, @TempDir Path directory) throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (TestDatabase database = kind.createDatabase()) {
      for (Planted planted : planted(kind)) {
        empty(database);
        if (!planted.given().isEmpty()) {
          database.execute(planted.given());
        }
        Typed typed = new Typed(directory, database);
        typed.file("script.sql", String.join(";\n", planted.script()) + ";\n");
        Typed.Answer check = typed.run("check --file script.sql");
        String answered = answer(database, planted.script());
        String expected = code(kind, planted.code());
        boolean foretold =
            expected.isEmpty()
                ? check.exit() == 0 && !check.out().contains("fails:")
                : check.exit() == 3
                    && (check.out().contains("answer " + expected)
                        || check.out().contains("22007 or " + expected));
        if (!foretold || !answered.equals(expected)) {
          wrong.add(planted + "\nthe server: \"" + answered + "\"\n" + check.out() + check.err());
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n\n", wrong));
  }

  /** Faster than a new database for each case. */
  private static void empty(TestDatabase database) {
    switch (database.kind().flavor()) {
      case POSTGRESQL -> database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      case MYSQL, MARIADB ->
          database
              .named("mysql")
              .execute("DROP DATABASE " + database.name() + "; CREATE DATABASE " + database.name());
    }
  }

  private static String code(ServerKind kind, String code) {
    boolean mariadb = kind.flavor() == Flavor.MARIADB;
    return kind.flavor() == Flavor.POSTGRESQL
        ? code.equals("EXTENSION") ? (kind == ServerKind.POSTGRES_14 ? "58P01" : "0A000") : code
        : switch (code) {
          case "23505" -> "1062";
          case "23503" -> "1452";
          case "23514" -> mariadb ? "4025" : "3819";
          case "ZERO" -> mariadb ? "" : "1292";
          case "TEXT" -> mariadb ? "1292" : "1366";
          case "JSON" -> mariadb ? "4025" : "3140";
          case "NULL" -> mariadb ? "1265" : "1138";
          default -> code;
        };
  }

  /** Runs the script; what the server answers to its last statement. */
  private static String answer(TestDatabase database, List<String> script) throws SQLException {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : script.subList(0, script.size() - 1)) {
        statement.execute(sql);
      }
      try {
        statement.execute(script.getLast());
        return "";
      } catch (SQLException refused) {
        return postgres ? refused.getSQLState() : String.valueOf(refused.getErrorCode());
      }
    }
  }

  /** What a key takes in the index can be told only nearly, so this is no verdict. */
  @ParameterizedTest
  @EnumSource(names = "POSTGRES_18")
  void aKeyMayBeLongerThanAnIndexHolds(ServerKind kind, @TempDir Path directory)
      throws SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(
          "CREATE TABLE w (v text, k int); INSERT INTO w SELECT string_agg(md5(i::text), ''), 1"
              + " FROM generate_series(1, 200) i");
      Typed typed = new Typed(directory, database);
      typed.file("script.sql", "CREATE INDEX w_v ON w (v);\n");
      Typed.Answer check = typed.run("check --file script.sql").exits(0);
      assertTrue(check.out().contains("keys may be longer than 2704 bytes"), check.out());
      assertEquals("54000", answer(database, List.of("CREATE INDEX w_v ON w (v)")));
      typed.file("script.sql", "CREATE INDEX w_k ON w (k);\n");
      assertFalse(typed.run("check --file script.sql").exits(0).out().contains("2704"));
    }
  }

  /** A question that takes too long is given up, and said to be. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void keepsItsTimeLimit(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      String condition =
          switch (kind.flavor()) {
            case POSTGRESQL -> "pg_sleep(0.2) IS NULL";
            case MYSQL, MARIADB -> "a < 9";
          };
      database.execute(T + "INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'y')");
      for (int i = 0; i < 13; i++) {
        database.execute("INSERT INTO t SELECT id + " + (1 << (i + 1)) + ", id, b FROM t");
      }
      Typed typed = new Typed(directory, database);
      typed.file("script.sql", "ALTER TABLE t ADD CONSTRAINT c CHECK (" + condition + ");\n");
      long start = System.nanoTime();
      Typed.Answer answer = typed.run("check --file script.sql --check-timeout 1");
      long seconds = (System.nanoTime() - start) / 1_000_000_000L;
      assertTrue(seconds < 20, "took " + seconds + " s");
      if (kind.flavor() == Flavor.POSTGRESQL) {
        assertEquals(0, answer.exit(), answer.out());
        assertTrue(answer.out().contains("not answered within 1000 ms"), answer.out());
      }
    }
  }
}
