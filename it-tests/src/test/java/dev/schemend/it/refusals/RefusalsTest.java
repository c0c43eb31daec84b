package dev.schemend.it.refusals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.Applied;
import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.FoldState;
import dev.schemend.dialect.Flavor;
import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Law L12: the server accepts exactly what the model accepts, and both give what they refuse the
 * same code. The tables say which, so that a change of both is seen, too.
 */
class RefusalsTest {

  private static final String OK = "ok";

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void theModelAnswersAsTheServerDoes(ServerKind kind) throws SQLException {
    List<Refusal> table =
        Refusal.table(kind.flavor() == Flavor.POSTGRESQL ? "postgresql" : "mysql");
    assertTrue(table.size() >= 70, () -> "cases: " + table.size());
    List<String> disagreements = new ArrayList<>();
    try (Bench bench = Bench.on(kind);
        Playground playground = Playground.on(kind, bench.connect())) {
      for (Refusal refusal : table) {
        SourceText script = new SourceText("line " + refusal.line(), refusal.script());
        String expected = isFirst(kind) ? refusal.first() : refusal.second();
        String model = model(bench, script);
        String server = server(bench, playground, script);
        if (!model.equals(expected) || !server.equals(expected)) {
          disagreements.add(
              "line %d: table %s, server %s, model %s: %s"
                  .formatted(refusal.line(), expected, server, model, refusal.script()));
        }
      }
    }
    assertEquals("", String.join("\n", disagreements));
  }

  private static boolean isFirst(ServerKind kind) {
    return kind == ServerKind.POSTGRES_14 || kind == ServerKind.MYSQL_8_0;
  }

  private static String model(Bench bench, SourceText source) {
    List<ParsedStatement> statements = bench.kit().frontend().parse(source).statements();
    FoldState before =
        bench
            .fold()
            .run(
                bench.fold().start(),
                new ParsedScript(source, statements.subList(0, statements.size() - 1)));
    if (before.coverage().unknown().size() > 0) {
      return "(not set up: " + before.coverage().unknown().getFirst().text() + ")";
    }
    return switch (statements.getLast()) {
      case ParsedStatement.Ddl ddl -> model(bench, before, ddl);
      case ParsedStatement.Inert inert -> OK;
      case ParsedStatement.SetSearchPath set -> OK;
      case ParsedStatement.SetVariables set -> OK;
      case ParsedStatement.Code code -> OK;
      case ParsedStatement.Unknowable unknowable -> unknowable.diagnostic().text();
      case ParsedStatement.Broken broken ->
          bench.kit().profile().flavor() == Flavor.POSTGRESQL
              ? broken.diagnostic().code()
              : "1064 42000";
    };
  }

  private static String model(Bench bench, FoldState before, ParsedStatement.Ddl ddl) {
    Schema schema = before.schema();
    for (var statement : ddl.statements()) {
      switch (bench.kit().interpreter().apply(schema, before.session(), statement)) {
        case Applied.Ok ok -> schema = ok.schema();
        case Applied.Rejected rejected -> {
          return answer(rejected.error().code());
        }
      }
    }
    return OK;
  }

  private static String answer(ErrorCode code) {
    return code.number().isPresent()
        ? code.number().getAsInt() + " " + code.sqlState()
        : code.sqlState();
  }

  private static String server(Bench bench, Playground playground, SourceText script)
      throws SQLException {
    List<StatementText> statements = bench.kit().frontend().split(script);
    playground.clear();
    for (StatementText statement : statements.subList(0, statements.size() - 1)) {
      try {
        playground.run(statement.text());
      } catch (SQLException e) {
        throw new AssertionError(
            script.name() + " is not set up: " + statement.text() + ": " + e.getMessage(), e);
      }
    }
    try {
      playground.run(statements.getLast().text());
      return OK;
    } catch (SQLException e) {
      return answer(
          e.getErrorCode() == 0
              ? ErrorCode.of(e.getSQLState())
              : ErrorCode.of(e.getErrorCode(), e.getSQLState()));
    }
  }
}
