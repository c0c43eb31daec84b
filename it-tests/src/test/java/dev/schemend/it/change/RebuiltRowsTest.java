package dev.schemend.it.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.source.SourceText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows of tables that are to be partitioned otherwise while something else of them changes, too.
 */
class RebuiltRowsTest {

  /**
   * One way there.
   *
   * @param query what tells where the rows are
   * @param rows what it tells afterwards
   */
  record Case(
      String name, String from, String rows, String to, String query, List<String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(
              "columns get other types",
              """
              CREATE TYPE state AS ENUM ('new', 'open', 'gone');
              CREATE TABLE item (id int GENERATED ALWAYS AS IDENTITY, day text, size numeric, s state
                DEFAULT 'new', tags state[]);
              """,
              """
              INSERT INTO item (day, size, s, tags) VALUES ('2024-02-29', 1.5, 'open', '{new,open}'),
                ('2023-01-01', NULL, NULL, NULL), ('2023-01-02', 7, 'new', '{}');
              DELETE FROM item WHERE size = 7;
              """,
              """
              CREATE TYPE state AS ENUM ('open', 'new');
              CREATE TABLE item (id bigint GENERATED ALWAYS AS IDENTITY, day date, size int, s state
                DEFAULT 'new', tags state[], who int DEFAULT 5) PARTITION BY RANGE (day);
              CREATE TABLE item_rest PARTITION OF item DEFAULT;
              """,
              "INSERT INTO item (size) VALUES (9); SELECT concat_ws(' ', id, day, size, s, tags,"
                  + " who) FROM item_rest ORDER BY id",
              List.of("1 2024-02-29 2 open {new,open} 5", "2 2023-01-01 5", "4 9 new 5")),
          new Case(
              "a label goes with a column that becomes text",
              """
              CREATE TYPE state AS ENUM ('new', 'gone');
              CREATE TABLE item (k int, s state DEFAULT 'gone');
              CREATE TABLE other (s state);
              """,
              "INSERT INTO item VALUES (1, 'gone'), (2, 'new'); INSERT INTO other VALUES ('new')",
              """
              CREATE TYPE state AS ENUM ('new');
              CREATE TABLE item (k int, s text DEFAULT 'gone') PARTITION BY LIST (k);
              CREATE TABLE item_rest PARTITION OF item DEFAULT;
              CREATE TABLE other (s state);
              """,
              "SELECT concat_ws(' ', k, s) FROM item ORDER BY k",
              List.of("1 gone", "2 new")),
          new Case(
              "no column stays",
              "CREATE TABLE item (a int, b text)",
              "INSERT INTO item VALUES (1, 'x'), (2, 'y')",
              """
              CREATE TABLE item (k int DEFAULT 3, c serial) PARTITION BY LIST (k);
              CREATE TABLE item_3 PARTITION OF item FOR VALUES IN (3);
              """,
              "INSERT INTO item VALUES (DEFAULT); SELECT concat_ws(' ', k, c) FROM item ORDER BY c",
              List.of("3 1", "3 2", "3 3")),
          new Case(
              "an identity becomes a serial column",
              "CREATE TABLE item (id int GENERATED ALWAYS AS IDENTITY, k int)",
              "INSERT INTO item (k) VALUES (1), (2), (3); DELETE FROM item WHERE k > 1",
              """
              CREATE TABLE item (id serial, k int) PARTITION BY LIST (k);
              CREATE TABLE item_rest PARTITION OF item DEFAULT;
              """,
              "INSERT INTO item (k) VALUES (4); SELECT concat_ws(' ', id, k) FROM item ORDER BY id",
              List.of("1 1", "2 4")),
          new Case(
              "heirs become partitions, or go",
              """
              CREATE TABLE item (day int NOT NULL, size int);
              CREATE TABLE item_1 () INHERITS (item);
              CREATE TABLE item_2 (extra int) INHERITS (item);
              CREATE TABLE item_3 () INHERITS (item);
              CREATE TABLE item_21 () INHERITS (item_2);
              """,
              """
              INSERT INTO item VALUES (0, 0);
              INSERT INTO item_1 VALUES (1, 1);
              INSERT INTO item_2 VALUES (2, 2, 2);
              INSERT INTO item_21 VALUES (21, 21, 21);
              INSERT INTO item_3 VALUES (3, 3);
              """,
              """
              CREATE TABLE item (day int NOT NULL, size int) PARTITION BY LIST (day);
              CREATE TABLE item_1 PARTITION OF item FOR VALUES IN (1);
              CREATE TABLE item_rest PARTITION OF item DEFAULT;
              CREATE TABLE item_3 (day int NOT NULL, size int);
              CREATE TABLE item_21 (day int NOT NULL, size int, extra int);
              """,
              "SELECT concat_ws(' ', tableoid::regclass, day, size) FROM item UNION SELECT"
                  + " concat_ws(' ', 'item_3', day, size) FROM item_3 UNION SELECT concat_ws(' ',"
                  + " 'item_21', day, size, extra) FROM item_21 ORDER BY 1",
              List.of(
                  "item_1 1 1",
                  "item_21 21 21 21",
                  "item_3 3 3",
                  "item_rest 0 0",
                  "item_rest 2 2")),
          new Case(
              "partitions become heirs, or stand alone, or go",
              """
              CREATE TABLE base (seen int);
              CREATE TABLE item (k int, size int) PARTITION BY LIST (k);
              CREATE TABLE item_1 PARTITION OF item FOR VALUES IN (1);
              CREATE TABLE item_2 PARTITION OF item FOR VALUES IN (2);
              CREATE TABLE item_3 PARTITION OF item FOR VALUES IN (3);
              """,
              "INSERT INTO item VALUES (1, 1), (2, 2), (3, 3)",
              """
              CREATE TABLE base (seen int);
              CREATE TABLE item (k int, size int) INHERITS (base);
              CREATE TABLE item_1 (k int, size int, seen int) INHERITS (item);
              CREATE TABLE item_2 (k int, size int);
              """,
              "SELECT concat_ws(' ', tableoid::regclass, k, size) FROM item"
                  + " UNION SELECT concat_ws(' ', 'item_2', k, size) FROM item_2 ORDER BY 1",
              List.of("item 3 3", "item_1 1 1", "item_2 2 2")),
          new Case(
              "the type of typed tables gets other attributes",
              """
              CREATE TYPE thing AS (id int, size text, label text);
              CREATE TABLE item OF thing (PRIMARY KEY (id));
              CREATE TABLE other OF thing;
              """,
              "INSERT INTO item VALUES (1, '7', 'x'); INSERT INTO other VALUES (2, '8', 'y')",
              """
              CREATE TYPE thing AS (id int, note text, size int);
              CREATE TABLE item OF thing (PRIMARY KEY (id));
              CREATE TABLE other (id int, size text);
              """,
              "SELECT concat_ws(' ', id, note, size) FROM item UNION SELECT concat_ws(' ', id,"
                  + " size) FROM other ORDER BY 1",
              List.of("1 7", "2 8")),
          new Case(
              "a partition is partitioned itself, under keys that refer to it",
              """
              CREATE TABLE item (k int, n int, PRIMARY KEY (k, n)) PARTITION BY LIST (k);
              CREATE TABLE item_1 PARTITION OF item FOR VALUES IN (1);
              CREATE TABLE item_2 PARTITION OF item FOR VALUES IN (2);
              CREATE TABLE note (k int, n int, FOREIGN KEY (k, n) REFERENCES item);
              """,
              "INSERT INTO item VALUES (1, 1), (1, 2), (2, 1); INSERT INTO note SELECT * FROM item",
              """
              CREATE TABLE item (k int, n int, PRIMARY KEY (k, n)) PARTITION BY LIST (k);
              CREATE TABLE item_1 PARTITION OF item FOR VALUES IN (1) PARTITION BY RANGE (n);
              CREATE TABLE item_11 PARTITION OF item_1 FOR VALUES FROM (MINVALUE) TO (2);
              CREATE TABLE item_12 PARTITION OF item_1 DEFAULT;
              CREATE TABLE item_2 PARTITION OF item FOR VALUES IN (2);
              CREATE TABLE note (k int, n int, FOREIGN KEY (k, n) REFERENCES item);
              """,
              "SELECT concat_ws(' ', tableoid::regclass, k, n) FROM item ORDER BY 1",
              List.of("item_11 1 1", "item_12 1 2", "item_2 2 1")));

  static Stream<Arguments> cases() {
    return Stream.of(ServerKind.POSTGRES_14, ServerKind.POSTGRES_18)
        .flatMap(kind -> CASES.stream().map(one -> Arguments.of(kind, one)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void theyAreWhereTheyBelong(ServerKind kind, Case one) throws SQLException {
    try (Bench bench = Bench.on(kind)) {
      bench.run(new SourceText("from.sql", one.from()));
      bench.run(new SourceText("rows.sql", one.rows()));
      bench.migrateTo(fold(bench, one.to()), one.name());
      assertEquals(one.expected(), answer(bench, one.query()));
    }
  }

  /** The owner copies what policies would hide from it, and is bound by them again. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void policiesThatBindTheOwnerHideNothing(ServerKind kind) throws SQLException {
    String forced =
        """
        ALTER TABLE item ENABLE ROW LEVEL SECURITY;
        ALTER TABLE item FORCE ROW LEVEL SECURITY;
        CREATE POLICY few ON item USING (k < 2);
        """;
    String from = "CREATE TABLE item (k int);" + forced;
    String to =
        "CREATE TABLE item (k int) PARTITION BY HASH (k);"
            + "CREATE TABLE item_0 PARTITION OF item FOR VALUES WITH (MODULUS 1, REMAINDER 0);"
            + forced;
    String owner = "rebuilt_rows_" + ProcessHandle.current().pid();
    String asOwner = "SET ROLE " + owner + ";";
    try (Bench bench = Bench.on(kind)) {
      bench.run(
          new SourceText(
              "role.sql",
              "CREATE ROLE " + owner + "; GRANT CREATE, USAGE ON SCHEMA public TO " + owner));
      try {
        bench.run(new SourceText("from.sql", asOwner + from));
        bench.run(new SourceText("rows.sql", "INSERT INTO item VALUES (1), (2), (3)"));
        String script = bench.script(bench.plan(fold(bench, from), fold(bench, to), "forced"));
        bench.run(new SourceText("plan.sql", asOwner + script));
        assertEquals(List.of("1", "2", "3"), answer(bench, "SELECT k FROM item_0 ORDER BY k"));
        assertEquals(List.of("1"), answer(bench, asOwner + "SELECT k FROM item"));
        bench.assertLive(fold(bench, to), "forced");
      } finally {
        bench.run(new SourceText("clean.sql", "DROP OWNED BY " + owner + "; DROP ROLE " + owner));
      }
    }
  }

  private static Schema fold(Bench bench, String script) {
    return bench.fold(bench.fold().start(), new SourceText("wanted.sql", script)).schema();
  }

  private static List<String> answer(Bench bench, String statements) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection session = bench.connect();
        Statement statement = session.createStatement()) {
      boolean found = statement.execute(statements);
      while (!found) {
        found = statement.getMoreResults();
      }
      try (ResultSet row = statement.getResultSet()) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
    }
    return rows;
  }
}
