package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person wrote and what the server printed for it have one canonical form. */
class StoredExpressionsTest {

  private static final int FEWEST_ROWS = 400;

  private static final String COLUMNS =
      "a integer, b bigint, s smallint, n numeric, n2 numeric(10,2), r real, d double precision,"
          + " t text, v varchar, v20 varchar(20), c char(5), bo boolean, da date, ts timestamp,"
          + " ts3 timestamp(3), tz timestamptz, ti time, iv interval, u uuid, j json, jb jsonb,"
          + " m mood, ma mood[], ta text[], ia integer[], va varchar(10)[], by bytea, ip inet,"
          + " b8 bit(8)";

  private static final PostgresFrontend FRONTEND =
      new PostgresFrontend(PostgresFrontendLaws.PROFILE);
  private static final ExpressionRules RULES =
      new PostgresDialect(PostgresFrontendLaws.PROFILE).expressions();

  record Row(String type, String written, String printed) {}

  static List<Row> rows() throws IOException {
    try (InputStream golden =
        StoredExpressionsTest.class.getResourceAsStream("stored-expressions.tsv")) {
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Row(cells[0], unescaped(cells[1]), unescaped(cells[2])))
          .toList();
    }
  }

  private static String unescaped(String cell) {
    return cell.replace("\\n", "\n").replace("\\\\", "\\");
  }

  private static Map<Identifier, SqlType> columns() {
    Map<Identifier, SqlType> columns = new HashMap<>();
    for (String column : COLUMNS.split(", ", -1)) {
      int space = column.indexOf(' ');
      columns.put(
          Identifier.of(column.substring(0, space)),
          FRONTEND.type(column.substring(space + 1)).orElseThrow());
    }
    return columns;
  }

  @Test
  void theGoldenTableIsWhole() throws IOException {
    assertTrue(rows().size() > FEWEST_ROWS);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void writtenAndPrintedMeet(Row row) {
    Map<Identifier, SqlType> columns = columns();
    Optional<SqlType> context = row.type().isEmpty() ? Optional.empty() : FRONTEND.type(row.type());
    SqlExpr written =
        RULES.canonical(
            FRONTEND.expression(row.written()).orElseThrow(),
            context,
            name -> Optional.ofNullable(columns.get(name)));
    SqlExpr printed =
        RULES.canonical(
            FRONTEND.expression(row.printed()).orElseThrow(),
            context,
            name -> Optional.ofNullable(columns.get(name)));
    assertEquals(FRONTEND.print(written), FRONTEND.print(printed));
    assertEquals(written, printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a > 0                | a > 1                   | DIFFERENT
          a > 0                | a >= 0                  | DIFFERENT
          a > 0 and b > 0      | b > 0 and a > 0         | DIFFERENT
          t = 'a'              | t = 'b'                 | DIFFERENT
          t in ('a', 'b')      | t in ('a', 'b', 'c')    | DIFFERENT
          a = 1                | b = 1                   | DIFFERENT
          now()                | current_timestamp       | DIFFERENT
          my_func(1)           | my_func(1::smallint)    | UNPROVEN
          id > '5'             | id::text > '5'          | UNPROVEN
          (select 1) = 1       | (select 2) = 1          | DIFFERENT
          a / 2                | a / 2::numeric          | UNPROVEN
          x = 't'              | x = true                | UNPROVEN
          x > '2020-01-01'     | x > '2020-01-01 00:00:00+00' | UNPROVEN
          x > '2020-1-1'       | x > '2020-01-01'        | UNPROVEN
          x > '2020-01-01'     | x > '2020-01-02'        | DIFFERENT
          '1 day'::interval    | '1.0 days'::interval    | UNPROVEN
          '1 day'::interval    | '3 days'::interval      | DIFFERENT
          '{"a": "b"}'::jsonb  | '{"a": "c"}'::jsonb     | DIFFERENT
          date '2020-01-01'    | date '2020-01-02'       | DIFFERENT
          a::integer           | a::bigint               | DIFFERENT
          lower(t)             | upper(t)                | DIFFERENT
          a in (1, 2)          | a = any (array[1, 2])   | EQUAL
          f(a, 'x')            | F( a,'x' )              | EQUAL
          """)
  void formsThatAreNotOneAreNotTakenForOne(String left, String right, Equivalence expected) {
    assertEquals(
        expected,
        RULES.compare(
            RULES.canonical(FRONTEND.expression(left).orElseThrow(), Optional.empty()),
            RULES.canonical(FRONTEND.expression(right).orElseThrow(), Optional.empty())));
  }
}
