package dev.schemend.parser.mysql;

import dev.schemend.check.Check;
import dev.schemend.check.CheckSql;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.dialect.mysql.MySqlVariables;
import dev.schemend.expr.SqlExpr;
import dev.schemend.parser.check.CheckWriter;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and writes the text of one MySQL or MariaDB server. */
public final class MySqlFrontend implements SqlFrontend {

  private final MySqlSplitter splitter = new MySqlSplitter();
  private final MySqlDialect dialect;
  private final StatementReader reader;
  private final MySqlPrinter printer;
  private final SessionVariables fresh;

  /** A frontend for the server that {@code profile} describes. */
  public MySqlFrontend(ServerProfile profile) {
    this(new MySqlDialect(profile), new SessionVariables(new MySqlVariables(profile)));
  }

  private MySqlFrontend(MySqlDialect dialect, SessionVariables fresh) {
    this.dialect = dialect;
    this.reader = new StatementReader(dialect);
    this.printer = new MySqlPrinter(dialect);
    this.fresh = fresh;
  }

  @Override
  public SqlFrontend after(SourceText sessionInit) {
    SessionVariables begun = fresh.copy();
    splitter.split(sessionInit).statements().forEach(statement -> reader.read(statement, begun));
    return new MySqlFrontend(dialect, begun);
  }

  @Override
  public List<StatementText> split(SourceText script) {
    return cut(script).statements();
  }

  private SplitScript cut(SourceText script) {
    SplitScript split = splitter.split(script);
    return new SplitScript(
        split.source(),
        numbered(split.statements().stream().flatMap(one -> cut(script, one)).toList()),
        split.clientInputs(),
        split.comments(),
        split.problems());
  }

  // Under another delimiter the client sends several statements at once; the server cuts them at
  // their semicolons (C API, "Multiple Statement Execution Support").
  private Stream<StatementText> cut(SourceText script, StatementText statement) {
    int semicolon = statement.text().indexOf(';');
    if (semicolon < 0 || (statement.text().indexOf(';', semicolon + 1) < 0 && isLast(statement))) {
      return Stream.of(statement);
    }
    SplitScript inner = splitter.split(new SourceText(script.name(), statement.text()));
    if (!inner.problems().isEmpty() || inner.statements().size() < 2) {
      return Stream.of(statement);
    }
    int base = statement.span().start();
    return inner.statements().stream()
        .map(
            one ->
                new StatementText(
                    script.span(base + one.span().start(), base + one.span().end()),
                    one.text(),
                    1));
  }

  private static boolean isLast(StatementText statement) {
    return statement.text().stripTrailing().endsWith(";");
  }

  private static List<StatementText> numbered(List<StatementText> statements) {
    List<StatementText> numbered = new ArrayList<>();
    for (StatementText one : statements) {
      numbered.add(new StatementText(one.span(), one.text(), numbered.size() + 1));
    }
    return numbered;
  }

  @Override
  public ParsedScript parse(SourceText script) {
    SplitScript split = cut(script);
    SessionVariables session = fresh.copy();
    return new ParsedScript(
        script, ClientReading.of(split, statement -> reader.read(statement, session)));
  }

  @Override
  public Optional<SqlExpr> expression(String text) {
    return reader.expression(text);
  }

  @Override
  public Optional<SqlType> type(String text) {
    return reader.type(text);
  }

  @Override
  public String print(DdlStatement statement) {
    return printer.print(statement);
  }

  @Override
  public String print(SqlExpr expression) {
    return printer.print(expression);
  }

  @Override
  public String print(SqlType type) {
    return printer.print(type);
  }

  @Override
  public CheckSql print(Check check) {
    return new CheckWriter(new MySqlCheckWords()).print(check);
  }
}
