package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.Applied;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.expr.Equivalence;
import dev.schemend.model.Schema;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The query that a person wrote for a view, and what the server printed for it, are one. */
class StoredQueriesTest {

  private static final int FEWEST_ROWS = 150;
  private static final ObjectName NAME =
      new ObjectName(Identifier.of("public"), Identifier.of("zz"));

  private static final PostgresFrontend FRONTEND =
      new PostgresFrontend(PostgresFrontendLaws.PROFILE);
  private static final PostgresDialect DIALECT = new PostgresDialect(PostgresFrontendLaws.PROFILE);
  private static final PostgresInterpreter INTERPRETER = new PostgresInterpreter(DIALECT);
  private static final Session SESSION = Session.in(Identifier.of("public"));

  record Row(String written, String printed) {}

  private static String resource(String name) throws IOException {
    try (InputStream stream = StoredQueriesTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<Row> rows() throws IOException {
    return resource("stored-queries.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(cells -> new Row(cells[0], cells[1]))
        .toList();
  }

  private static Schema applied(Schema schema, String sql) {
    Schema current = schema;
    for (ParsedStatement parsed : FRONTEND.parse(new SourceText("test", sql)).statements()) {
      assertTrue(parsed instanceof ParsedStatement.Ddl, () -> "not read: " + parsed);
      for (DdlStatement statement : ((ParsedStatement.Ddl) parsed).statements()) {
        Applied answer = INTERPRETER.apply(current, SESSION, statement);
        assertTrue(answer instanceof Applied.Ok, () -> "refused: " + answer);
        current = ((Applied.Ok) answer).schema();
      }
    }
    return current;
  }

  private static View view(String query) throws IOException {
    return applied(
            applied(INTERPRETER.initial(), resource("stored-queries.sql")),
            "create view zz as " + query)
        .view(NAME)
        .orElseThrow();
  }

  @Test
  void theGoldenTableIsWhole() throws IOException {
    assertTrue(rows().size() > FEWEST_ROWS);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void writtenAndPrintedMeet(Row row) throws IOException {
    View written = view(row.written());
    View printed = view(row.printed());
    assertEquals(written.columns(), printed.columns());
    assertEquals(
        Equivalence.EQUAL,
        DIALECT.expressions().compare(written.query(), printed.query()),
        () -> shown(written) + "\n" + shown(printed));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aPrintedQueryIsReadAsItself(Row row) throws IOException {
    View written = view(row.written());
    assertEquals(written.query(), view(query(shown(written))).query());
  }

  private static String shown(View view) {
    return FRONTEND.print(new DdlStatement.CreateObject(view, false, false));
  }

  private static String query(String statement) {
    return statement.substring(statement.indexOf(" AS ") + " AS ".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select id from people                | select boss_id as id from people          | DIFFERENT
          select id from people                | select id from people where id > 0        | DIFFERENT
          select id from people                | select distinct id from people            | DIFFERENT
          select id from people order by id    | select id from people order by id desc    | DIFFERENT
          select id from people union select 1 | select id from people union all select 1  | DIFFERENT
          select 1 as a from people, orders    | select 1 as a from orders, people         | DIFFERENT
          select p.id from people p            | select x.id from people x                 | EQUAL
          select 'sad'::mood as m union select 'happy'::mood | select 'sad' as m union select 'happy' | UNPROVEN
          select null::text as n union select name from people | select null as n union select name from people | UNPROVEN
          select id from nowhere.else          | select id from nowhere.else               | EQUAL
          select * from nowhere.else           | select id from nowhere.else               | UNPROVEN
          select (people).* from people        | select (people.*).id, (people.*).name from people | UNPROVEN
          select unistr(name) as f from people | select unistr(name::text) as f from people| UNPROVEN
          """)
  void queriesThatAreNotOneAreNotTakenForOne(String left, String right, Equivalence expected)
      throws IOException {
    assertEquals(expected, DIALECT.expressions().compare(view(left).query(), view(right).query()));
  }
}
