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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of tables that are partitioned for the first time, otherwise, and no more. */
class PartitionRowsTest {

  private static final String COLUMNS =
      """
      CREATE TABLE kind (id int PRIMARY KEY);
      CREATE TABLE item (
        id bigserial, day date NOT NULL, region text NOT NULL, kind int REFERENCES kind (id),
        size int, twice int GENERATED ALWAYS AS (size * 2) STORED, PRIMARY KEY (id, day, region))
      """;
  private static final String REST =
      """
      CREATE INDEX item_size ON item (size);
      CREATE TABLE part (item bigint, day date, region text,
        FOREIGN KEY (item, day, region) REFERENCES item (id, day, region));
      CREATE VIEW sizes AS SELECT id, size FROM item;
      """;
  private static final String PLAIN = COLUMNS + ";" + REST;
  private static final String BY_DAY =
      COLUMNS
          + """
          PARTITION BY RANGE (day);
          CREATE TABLE item_past PARTITION OF item FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
          CREATE TABLE item_now PARTITION OF item DEFAULT;
          """
          + REST;
  private static final String BY_REGION =
      COLUMNS
          + """
          PARTITION BY LIST (region);
          CREATE TABLE item_now PARTITION OF item FOR VALUES IN ('eu') PARTITION BY HASH (id);
          CREATE TABLE item_now_0 PARTITION OF item_now FOR VALUES WITH (MODULUS 2, REMAINDER 0);
          CREATE TABLE item_now_1 PARTITION OF item_now FOR VALUES WITH (MODULUS 2, REMAINDER 1);
          CREATE TABLE item_else PARTITION OF item DEFAULT;
          """
          + REST;
  private static final String ROWS =
      """
      INSERT INTO kind VALUES (1);
      INSERT INTO item (day, region, kind, size)
        SELECT date '2023-12-01' + n, CASE n % 3 WHEN 0 THEN 'eu' WHEN 1 THEN 'us' ELSE 'af' END, 1, n
          FROM generate_series(1, 60) n;
      INSERT INTO part SELECT id, day, region FROM item WHERE size > 50;
      """;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void allOfThemMove(ServerKind kind) throws SQLException {
    try (Bench bench = Bench.on(kind)) {
      bench.run(new SourceText("from.sql", PLAIN));
      bench.run(new SourceText("rows.sql", ROWS));
      List<String> rows = rows(bench);
      assertEquals(60, rows.size());
      for (String next : List.of(BY_DAY, BY_REGION, BY_DAY, PLAIN, BY_REGION, PLAIN)) {
        bench.migrateTo(fold(bench, next), "next");
        assertEquals(rows, rows(bench));
      }
      bench.run(
          new SourceText(
              "more.sql", "INSERT INTO item (day, region) VALUES ('2024-09-09', 'eu');"));
      assertEquals(61, rows(bench).size());
    }
  }

  private static Schema fold(Bench bench, String script) {
    return bench.fold(bench.fold().start(), new SourceText("wanted.sql", script)).schema();
  }

  private static List<String> rows(Bench bench) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection session = bench.connect();
        Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT concat_ws(' ', id, day, region, kind, size, twice) FROM item ORDER BY"
                    + " id")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
