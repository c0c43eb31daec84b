package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The preflight on a large table keeps its bound on time: {@code -Dschemend.rows=10000000}; else on
 * a small one, so that the way to it stays open. Prints how long it took.
 */
class LargeTableTest {

  private static final int ROWS = Integer.getInteger("schemend.rows", 20_000);
  private static final int SECONDS = 10;

  /** A question, its count and a sample: each has the whole time at most. */
  private static final int QUERIES = 3;

  private static final String SCRIPT =
      """
      CREATE UNIQUE INDEX big_k ON big (k);
      ALTER TABLE big ADD CONSTRAINT big_p FOREIGN KEY (p) REFERENCES small (id);
      ALTER TABLE big ADD CONSTRAINT big_c CHECK (k >= 0);
      """;

  private static void fill(TestDatabase database) {
    String columns = "id int PRIMARY KEY, k int NOT NULL, p int NOT NULL, s varchar(40) NULL";
    database.execute("CREATE TABLE small (id int PRIMARY KEY)");
    database.execute("INSERT INTO small VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
    database.execute("CREATE TABLE big (" + columns + ")");
    // The last row repeats a key, points at nothing and holds NULL.
    String values =
        "SELECT n, CASE WHEN n = %1$d THEN 1 ELSE n END, CASE WHEN n = %1$d THEN 10 ELSE n %% 10"
            + " END, CASE WHEN n = %1$d THEN NULL ELSE concat('name ', n) END FROM %2$s";
    if (database.kind().flavor() == Flavor.POSTGRESQL) {
      database.execute(
          "INSERT INTO big " + values.formatted(ROWS, "generate_series(1, " + ROWS + ") AS n"));
      return;
    }
    String recursion =
        database.kind().flavor() == Flavor.MARIADB
            ? "max_recursive_iterations"
            : "cte_max_recursion_depth";
    database.execute(
        "SET SESSION "
            + recursion
            + " = 4294967295; INSERT INTO big WITH RECURSIVE g (n) AS (SELECT 1 UNION ALL SELECT n"
            + " + 1 FROM g WHERE n < "
            + ROWS
            + ") "
            + values.formatted(ROWS, "g"));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void keepsItsBound(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      fill(database);
      String notNull =
          kind.flavor() == Flavor.POSTGRESQL
              ? "ALTER TABLE big ALTER COLUMN s SET NOT NULL;\n"
              : "ALTER TABLE big MODIFY s varchar(40) NOT NULL;\n";
      Typed typed = new Typed(directory, database).file("script.sql", SCRIPT + notNull);
      long begin = System.nanoTime();
      Typed.Answer answer =
          typed.run("check --file script.sql --check-timeout " + SECONDS).exits(3);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      System.err.printf(
          Locale.ROOT, "[preflight] %s: %,d rows, %.1f s%n", kind, ROWS, took.toMillis() / 1000.0);
      System.err.println(answer.out());
      int questions = (SCRIPT + notNull).split(";").length - 1;
      assertTrue(
          took.compareTo(Duration.ofSeconds((long) questions * QUERIES * SECONDS)) < 0,
          answer.out());
    }
  }
}
