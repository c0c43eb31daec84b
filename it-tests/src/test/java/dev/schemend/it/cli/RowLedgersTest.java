package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories of tools that keep a row for each applied migration: read and written as they do. */
class RowLedgersTest {

  private static final int DEPLOYERS = 5;

  private static final String ONE = "CREATE TABLE one (id int primary key, name varchar(9));\n";
  private static final String TWO = "INSERT INTO one VALUES (1,'x'),(2,'x');\n";
  private static final String FAILS =
      "CREATE TABLE three (id int primary key);\nCREATE UNIQUE INDEX u ON one (name);\n";

  /** SHA-384 of the files as sha384sum has them, and SHA-256 as sha256sum. */
  private static final List<String> SHA384 =
      List.of(
          "f439c1ef39a8446e76a60ed825cc6db97c5c0ed24ab038ad"
              + "1a9d4e63dcebaae8c760077d3c33c001730a2a1063262d6f",
          "0f2e58cd6a604ccd87b82c5fc11c13b6e64b96df72864fb0"
              + "db48ecdb6de640cce71c3ebcad66e5686c6ec20b16515667",
          "f81b1bdade3959597bc7895c00e648c34569f014c3fa49b6"
              + "e91ee59ac5caef11458ab2780d92cef27179ddab899f5052");

  private static final List<String> SHA256 =
      List.of(
          "50745c04cd09a02d56fa8d406ccb69f31289c1b2d888706beb03e4bd34809dd8",
          "af5218687f1e9254e42ab53eefb1d8c5b2c1ef5e026146f872e95959f39be251",
          "58c98b407450439f97aae377c96f738dee2c9ba6e9e13cb97627a4459ba4a492");

  /** A tool: its layout, and what its table says of the first migrations. */
  enum Tool {
    GOOSE("goose"),
    DBMATE("dbmate"),
    SQLX("sqlx"),
    DIESEL("diesel"),
    DRIZZLE("drizzle"),
    DRIZZLE_1("drizzle");

    final String layout;

    Tool(String layout) {
      this.layout = layout;
    }

    void write(Typed typed, int number, String sql) {
      switch (this) {
        case GOOSE -> typed.file("migrations/0000" + number + "_step.sql", "-- +goose Up\n" + sql);
        case DBMATE ->
            typed.file("migrations/2024010100000" + number + "_step.sql", "-- migrate:up\n" + sql);
        case SQLX ->
            typed.file(
                "migrations/" + number + "_a_step" + (number == 2 ? ".up" : "") + ".sql", sql);
        case DIESEL -> typed.file("migrations/2024-01-01-00000" + number + "_step/up.sql", sql);
        case DRIZZLE_1 -> {
          typed.file("migrations/2024010100000" + number + "_step/migration.sql", sql);
          typed.file("migrations/2024010100000" + number + "_step/snapshot.json", "{}");
        }
        case DRIZZLE -> {
          typed.file("migrations/000" + number + "_step.sql", sql);
          List<String> entries = new ArrayList<>();
          for (int i = 1; i <= number; i++) {
            entries.add(
                "{\"idx\":%d,\"version\":\"7\",\"when\":170000000000%d,\"tag\":\"000%d_step\"}"
                    .formatted(i - 1, i, i));
          }
          typed.file(
              "migrations/meta/_journal.json", "{\"entries\":[" + String.join(",", entries) + "]}");
        }
      }
    }

    String table(TestDatabase database) {
      return switch (this) {
        case GOOSE -> "goose_db_version";
        case DBMATE -> "schema_migrations";
        case SQLX -> "_sqlx_migrations";
        case DIESEL -> "__diesel_schema_migrations";
        case DRIZZLE, DRIZZLE_1 ->
            (database.kind().flavor() == Flavor.POSTGRESQL ? "drizzle." : "")
                + "__drizzle_migrations";
      };
    }

    /** Its rows without times. */
    List<List<String>> rows(TestDatabase database) {
      boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
      String columns =
          switch (this) {
            case GOOSE -> "id, version_id, is_applied";
            case DBMATE, DIESEL -> "version";
            case SQLX ->
                "version, description, success, "
                    + (postgres ? "encode(checksum, 'hex')" : "lower(hex(checksum))")
                    + ", execution_time";
            case DRIZZLE -> "id, hash, created_at";
            case DRIZZLE_1 -> "id, hash, created_at, name";
          };
      return database.query("SELECT " + columns + " FROM " + table(database) + " ORDER BY 1");
    }

    List<List<String>> expected(TestDatabase database, int count) {
      String yes = database.kind().flavor() == Flavor.POSTGRESQL ? "t" : "1";
      List<List<String>> rows = new ArrayList<>();
      if (this == GOOSE) {
        rows.add(List.of("1", "0", yes));
      }
      for (int i = 1; i <= count; i++) {
        String number = String.valueOf(i);
        rows.add(
            switch (this) {
              case GOOSE -> List.of(String.valueOf(i + 1), number, yes);
              case DBMATE -> List.of("2024010100000" + i);
              case SQLX -> List.of(number, "a step", yes, SHA384.get(i - 1), "-1");
              case DIESEL -> List.of("2024010100000" + i);
              case DRIZZLE -> List.of(number, SHA256.get(i - 1), "170000000000" + i);
              // 2024-01-01 00:00:00 UTC, as `date -u +%s` has it.
              case DRIZZLE_1 ->
                  List.of(
                      number,
                      SHA256.get(i - 1),
                      "170406720" + i + "000",
                      "2024010100000" + i + "_step");
            });
      }
      return rows;
    }
  }

  static Stream<Arguments> places() {
    return Stream.of(Tool.values())
        .flatMap(
            tool ->
                Stream.of(ServerKind.POSTGRES_18, ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4)
                    .map(kind -> Arguments.of(tool, kind)));
  }

  private static boolean hasOwnTable(TestDatabase database) {
    return !database
        .query(
            "SELECT 1 FROM information_schema.tables WHERE table_name = '_schemend_migrations'"
                + " AND table_schema = "
                + (database.kind().flavor() == Flavor.POSTGRESQL ? "'public'" : "DATABASE()"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("places")
  void deploysFailsAndIsRepaired(Tool tool, ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database);
      String layout = " --layout " + tool.layout;
      tool.write(typed, 1, ONE);
      tool.write(typed, 2, TWO);
      typed.run("migrate deploy" + layout).exits(0);
      assertEquals(tool.expected(database, 2), tool.rows(database));
      assertTrue(!hasOwnTable(database));
      typed.run("migrate status" + layout).exits(0);

      tool.write(typed, 3, FAILS);
      typed.run("migrate deploy --no-preflight" + layout).exits(1);
      Typed.Answer status = typed.run("migrate status" + layout).exits(1);
      boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
      assertTrue(
          status.err().contains(postgres ? "none of its 2 statements" : "1 of its 2 statements"),
          status.err());
      typed.run("repair --backward --yes --allow data-loss" + layout).exits(0);
      assertEquals(tool.expected(database, 2), tool.rows(database));
      assertTrue(!hasOwnTable(database));

      typed.run("migrate deploy --no-preflight" + layout).exits(1);
      database.execute("UPDATE one SET name = 'y' WHERE id = 2");
      typed.run("repair --forward --yes" + layout).exits(0);
      assertTrue(!hasOwnTable(database));
      assertEquals(
          withoutIds(tool, tool.expected(database, 3)), withoutIds(tool, tool.rows(database)));
      typed.run("migrate status" + layout).exits(0);

      typed.run("repair --to " + last(tool) + " --yes --allow data-loss" + layout).exits(0);
      assertEquals(tool.expected(database, 2), tool.rows(database));
    }
  }

  /** Under the tool's own lock, or Prisma's where it has none. */
  @ParameterizedTest
  @MethodSource("places")
  void ofSomeAtOnceOneAppliesEachMigration(Tool tool, ServerKind kind, @TempDir Path directory)
      throws InterruptedException, ExecutionException {
    try (TestDatabase database = kind.createDatabase();
        ExecutorService threads = Executors.newFixedThreadPool(DEPLOYERS)) {
      Typed typed = new Typed(directory, database);
      tool.write(typed, 1, ONE);
      tool.write(typed, 2, TWO);
      List<Future<Typed.Answer>> deployers = new ArrayList<>();
      for (int i = 0; i < DEPLOYERS; i++) {
        deployers.add(threads.submit(() -> typed.run("migrate deploy --layout " + tool.layout)));
      }
      for (Future<Typed.Answer> deployer : deployers) {
        Typed.Answer answer = deployer.get();
        assertTrue(answer.exit() == 0 || answer.err().contains("error: P1002"), answer.toString());
      }
      typed.run("migrate status --layout " + tool.layout).exits(0);
      assertEquals(tool.expected(database, 2), tool.rows(database));
      assertEquals(List.of(List.of("2")), database.query("SELECT count(*) FROM one"));
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void baselines(Tool tool, ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database);
      tool.write(typed, 1, ONE);
      tool.write(typed, 2, TWO);
      database.execute(ONE);
      typed.run("migrate baseline " + last(tool) + " --layout " + tool.layout).exits(0);
      assertEquals(tool.expected(database, 2), tool.rows(database));
      typed.run("migrate status --layout " + tool.layout).exits(0);
    }
  }

  /** What older goose left behind an undone migration; a Drizzle row that speaks for another. */
  @ParameterizedTest
  @MethodSource("places")
  void readsWhatTheToolWrote(Tool tool, ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database);
      String layout = " --layout " + tool.layout;
      tool.write(typed, 1, ONE);
      tool.write(typed, 2, TWO);
      typed.run("migrate deploy" + layout).exits(0);
      tool.write(typed, 3, "CREATE TABLE three (id int primary key);\n");
      String table = tool.table(database);
      switch (tool) {
        case GOOSE ->
            database.execute(
                "INSERT INTO " + table + " (version_id, is_applied) VALUES (3, true), (3, false)");
        case DRIZZLE ->
            database.execute("DELETE FROM " + table + " WHERE created_at = 1700000000001");
        case DRIZZLE_1 ->
            database.execute("DELETE FROM " + table + " WHERE created_at = 1704067202000");
        case SQLX -> database.execute("UPDATE " + table + " SET success = false WHERE version = 2");
        case DBMATE, DIESEL ->
            database.execute("INSERT INTO " + table + " (version) VALUES ('20990101000000')");
      }
      Typed.Answer status = typed.run("migrate status" + layout).exits(1);
      switch (tool) {
        case GOOSE, DRIZZLE -> assertTrue(pending(status), status.out());
        case DRIZZLE_1 -> assertTrue(status.out().contains("20240101000002_step"), status.out());
        case SQLX -> assertTrue(status.err().contains("2_a_step.up.sql (started at"), status.err());
        case DBMATE, DIESEL -> assertTrue(status.err().contains("20990101000000"), status.err());
      }
    }
  }

  /** Only the third. */
  private static boolean pending(Typed.Answer status) {
    return status.out().contains("3_step") && !status.out().contains("1_step");
  }

  /** Files of sqlx's that say nothing of it are known by the table; a checksum tells an edit. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void sqlxIsKnownByItsTable(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database);
      Tool.SQLX.write(typed, 1, ONE);
      typed.run("migrate deploy --layout sqlx").exits(0);
      typed.run("migrate status").exits(0);
      Tool.SQLX.write(typed, 1, ONE + "\n");
      Typed.Answer status = typed.run("migrate status").exits(0);
      assertTrue(status.err().contains("edited"), status.err());
    }
  }

  private static String last(Tool tool) {
    return switch (tool) {
      case GOOSE -> "00002_step.sql";
      case DBMATE -> "20240101000002_step.sql";
      case SQLX -> "2_a_step.up.sql";
      case DIESEL -> "2024-01-01-000002_step";
      case DRIZZLE -> "0002_step";
      case DRIZZLE_1 -> "20240101000002_step";
    };
  }

  /** What a sequence gave for a row that was taken back is no matter. */
  private static List<List<String>> withoutIds(Tool tool, List<List<String>> rows) {
    return tool == Tool.GOOSE || tool == Tool.DRIZZLE || tool == Tool.DRIZZLE_1
        ? rows.stream().map(row -> row.subList(1, row.size())).toList()
        : rows;
  }
}
