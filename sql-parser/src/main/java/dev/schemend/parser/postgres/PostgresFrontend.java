package dev.schemend.parser.postgres;

import dev.schemend.check.Check;
import dev.schemend.check.CheckSql;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.dialect.postgres.PostgresIdentifiers;
import dev.schemend.dialect.postgres.PostgresTypes;
import dev.schemend.expr.SqlExpr;
import dev.schemend.parser.check.CheckWriter;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** PostgreSQL's text, read and written. Safe for many threads: it holds no state of a text. */
public final class PostgresFrontend implements SqlFrontend {

  private final PostgresIdentifiers identifiers = new PostgresIdentifiers();
  private final PostgresSplitter splitter = new PostgresSplitter();
  private final StatementBuilder builder;
  private final PostgresPrinter printer;
  private final boolean rights;

  /** A frontend for the server of {@code profile}, whose default schema is not printed. */
  public PostgresFrontend(ServerProfile profile) {
    this.rights = profile.rights().isPresent();
    this.builder =
        new StatementBuilder(identifiers, new PostgresTypes(), profile.session(), rights);
    this.printer = new PostgresPrinter(Objects.requireNonNull(profile, "profile").defaultSchema());
  }

  @Override
  public List<StatementText> split(SourceText script) {
    return splitter.split(script).statements();
  }

  @Override
  public ParsedScript parse(SourceText script) {
    PsqlInput.Result input = PsqlInput.read(script);
    SplitScript split = new PostgresScan(input.source()).split();
    StatementReader reader = new StatementReader(split.source(), builder, identifiers, rights);
    return new ParsedScript(
        split.source(), new PsqlReading(split, input.unknown(), reader::read).statements());
  }

  @Override
  public Optional<SqlExpr> expression(String text) {
    return fragment(text, PostgresParser::loneExpression, builder::expression);
  }

  @Override
  public Optional<SqlType> type(String text) {
    return fragment(text, PostgresParser::loneType, builder::type);
  }

  private static <T extends ParserRuleContext, R> Optional<R> fragment(
      String text, Function<PostgresParser, T> rule, Function<T, R> build) {
    try {
      List<Token> tokens = PostgresGrammar.tokens(text);
      if (PostgresGrammar.isTooMuch(tokens)) {
        return Optional.empty();
      }
      return switch (PostgresGrammar.parse(tokens, rule, false)) {
        case PostgresGrammar.Outcome.Tree<T>(var tree) -> Optional.of(build.apply(tree));
        case PostgresGrammar.Outcome.Failure<T>(var token, var expected) -> Optional.empty();
      };
    } catch (BeyondTheModel | RefusedText | StackOverflowError unreadable) {
      return Optional.empty();
    }
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
    return new CheckWriter(new PostgresCheckWords(printer)).print(check);
  }
}
