package dev.schemend.cli.kit;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Statements as they come back from their own text. What cannot be read back is lost, and then the
 * plan they belong to does not lead to its target: it is refused, not printed.
 */
final class PrintedStatements implements UnaryOperator<List<DdlStatement>> {

  private static final String NAME = "plan";

  private final SqlFrontend frontend;

  PrintedStatements(SqlFrontend frontend) {
    this.frontend = Objects.requireNonNull(frontend, "frontend");
  }

  @Override
  public List<DdlStatement> apply(List<DdlStatement> statements) {
    return statements.stream()
        .map(frontend::print)
        .flatMap(text -> frontend.parse(new SourceText(NAME, text)).statements().stream())
        .flatMap(PrintedStatements::definitions)
        .toList();
  }

  private static Stream<DdlStatement> definitions(ParsedStatement parsed) {
    return switch (parsed) {
      case ParsedStatement.Ddl ddl -> ddl.statements().stream();
      case ParsedStatement.Inert inert -> Stream.empty();
      case ParsedStatement.SetSearchPath set -> Stream.empty();
      case ParsedStatement.SetVariables set -> Stream.empty();
      case ParsedStatement.Code code -> Stream.empty();
      case ParsedStatement.Unknowable unknowable -> Stream.empty();
      case ParsedStatement.Broken broken -> Stream.empty();
    };
  }
}
