package dev.schemend.parser.mysql;

import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.ObjectName;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.StatementText;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** Reads one statement and says what became of it. Total: no text makes it throw. */
final class StatementReader {

  private final MySqlCodeFrontend code;
  private final MySqlDialect dialect;
  private final ExecutableComments comments;
  private final OpaqueReader opaque;

  StatementReader(MySqlDialect dialect) {
    this.code = new MySqlCodeFrontend(dialect.profile());
    this.dialect = dialect;
    this.comments = new ExecutableComments(dialect.profile());
    this.opaque = new OpaqueReader(dialect.identifiers());
  }

  /**
   * A statement in its session, which a {@code SET} changes.
   *
   * @param session what the statements before have set
   */
  ParsedStatement read(StatementText statement, SessionVariables session) {
    String text = comments.unwrap(statement.text());
    List<String> words = LeadingWords.of(text);
    if (words.isEmpty() && text.isBlank()) {
      // An executable comment for other servers.
      return new ParsedStatement.Inert(statement, "comment");
    }
    MySqlGrammar grammar = new MySqlGrammar(text, session.mode());
    try {
      return StatementKinds.of(words)
          .map(
              treatment ->
                  treatment == StatementKinds.Treatment.SET && !grammar.isTooMuch()
                      ? set(statement, grammar, session)
                      : read(statement, grammar, words, treatment))
          .orElseGet(
              () -> grammar.isTooMuch() ? tooMuch(statement) : noSuchStatement(statement, grammar));
    } catch (Refusal refusal) {
      return refused(statement, grammar, refusal);
    } catch (StackOverflowError e) {
      // Brackets inside brackets without end: the servers give up on them, too.
      return tooMuch(statement);
    }
  }

  private static ParsedStatement tooMuch(StatementText statement) {
    return unknowable(
        statement,
        statement.span(),
        "it is too long or nested too deeply to be read",
        new TreeSet<>());
  }

  private ParsedStatement read(
      StatementText statement,
      MySqlGrammar grammar,
      List<String> words,
      StatementKinds.Treatment treatment) {
    boolean looked = treatment != StatementKinds.Treatment.INERT || mayFill(words, grammar);
    if (looked && grammar.isTooMuch()) {
      return tooMuch(statement);
    }
    return switch (treatment) {
      case GRAMMAR ->
          misread(grammar)
              .<ParsedStatement>map(
                  mode ->
                      unknowable(
                          statement,
                          statement.span(),
                          "the statement is read differently under sql_mode " + mode,
                          names(grammar)))
              .orElseGet(() -> ddl(statement, grammar));
      case USE ->
          new ParsedStatement.SetSearchPath(
              statement, List.of(new StatementBuilder(grammar, dialect).used()), List.of());
      case SET -> throw new IllegalArgumentException("SET is read with its session");
      case INERT ->
          isFilling(words, grammar)
              ? code(statement, grammar)
              : new ParsedStatement.Inert(statement, StatementKinds.describe(words));
      case CODE -> code(statement, grammar);
      case OPAQUE -> create(statement, grammar, words);
      case UNKNOWABLE ->
          unknowable(
              statement,
              statement.span(),
              "what "
                  + StatementKinds.describe(words)
                  + " does to the schema cannot be told from its text",
              names(grammar));
    };
  }

  private ParsedStatement code(StatementText statement, MySqlGrammar grammar) {
    return new ParsedStatement.Code(statement, code.statement(grammar.text()), names(grammar));
  }

  // A query that fills variables is followed; any other changes nothing.
  private static boolean isFilling(List<String> words, MySqlGrammar grammar) {
    return mayFill(words, grammar)
        && grammar.tokens().stream().anyMatch(token -> token.getType() == MySqlLexer.USER_VARIABLE)
        && grammar.tokens().stream()
            .anyMatch(
                token ->
                    token.getType() == MySqlLexer.ASSIGN
                        || token.getText().equalsIgnoreCase("into"));
  }

  /** Whether it is worth a look at the tokens. */
  private static boolean mayFill(List<String> words, MySqlGrammar grammar) {
    return Set.of("SELECT", "WITH", "(").contains(words.getFirst())
        && grammar.text().indexOf('@') >= 0;
  }

  private ParsedStatement ddl(StatementText statement, MySqlGrammar grammar) {
    return new ParsedStatement.Ddl(statement, new StatementBuilder(grammar, dialect).statement());
  }

  // The grammar knows || as OR only, and strings with escapes only.
  private static Optional<String> misread(MySqlGrammar grammar) {
    List<Token> tokens = grammar.tokens();
    if (grammar.mode().pipesAsConcat()
        && tokens.stream().anyMatch(token -> token.getType() == MySqlLexer.PIPE_PIPE)) {
      return Optional.of("PIPES_AS_CONCAT");
    }
    return grammar.mode().plainBackslashes()
            && tokens.stream().anyMatch(token -> token.getText().indexOf('\\') >= 0)
        ? Optional.of("NO_BACKSLASH_ESCAPES")
        : Optional.empty();
  }

  private ParsedStatement set(
      StatementText statement, MySqlGrammar grammar, SessionVariables session) {
    SessionVariables.Outcome outcome = session.set(grammar.tokens());
    if (!outcome.unknown().isEmpty()) {
      return unknowable(
          statement,
          statement.span(),
          "what " + String.join(", ", outcome.unknown()) + " is from here on cannot be told",
          new TreeSet<>());
    }
    if (outcome.assignsUser()) {
      return code(statement, grammar);
    }
    return outcome.values().isEmpty()
        ? new ParsedStatement.Inert(statement, "SET")
        : new ParsedStatement.SetVariables(statement, outcome.values());
  }

  private ParsedStatement create(
      StatementText statement, MySqlGrammar grammar, List<String> words) {
    boolean carried = words.getFirst().equals("CREATE") || words.contains("VIEW");
    return new DefinitionReader(grammar, dialect)
        .read()
        .or(() -> carried ? opaque.create(grammar.tokens(), statement.text()) : Optional.empty())
        .<ParsedStatement>map(ddl -> new ParsedStatement.Ddl(statement, List.of(ddl)))
        .orElseGet(
            () ->
                unknowable(
                    statement,
                    statement.span(),
                    "the object that this statement makes or changes cannot be told",
                    names(grammar)));
  }

  private ParsedStatement refused(StatementText statement, MySqlGrammar grammar, Refusal refusal) {
    SourceSpan span = Places.inside(statement, refusal.start(), refusal.end());
    return refusal.isSyntax()
        ? new ParsedStatement.Broken(
            statement,
            new Diagnostic(
                "syntax",
                Diagnostic.Severity.ERROR,
                Optional.of(span),
                "syntax error: " + refusal.getMessage(),
                ""))
        : unknowable(statement, span, refusal.getMessage(), names(grammar));
  }

  private ParsedStatement noSuchStatement(StatementText statement, MySqlGrammar grammar) {
    Token first = grammar.tokens().stream().findFirst().orElse(null);
    String found = first == null ? "the end of the statement" : "'" + first.getText() + "'";
    int start = first == null ? 0 : grammar.start(first);
    int end = first == null ? 0 : grammar.end(first);
    return new ParsedStatement.Broken(
        statement,
        new Diagnostic(
            "syntax",
            Diagnostic.Severity.ERROR,
            Optional.of(Places.inside(statement, start, end)),
            "syntax error: unexpected " + found + ", expecting: a statement",
            ""));
  }

  private SortedSet<ObjectName> names(MySqlGrammar grammar) {
    List<Token> tokens = grammar.tokens();
    return tokens.isEmpty() ? new TreeSet<>() : opaque.names(tokens.subList(1, tokens.size()));
  }

  private static ParsedStatement unknowable(
      StatementText statement, SourceSpan span, String message, SortedSet<ObjectName> touches) {
    return new ParsedStatement.Unknowable(
        statement,
        new Diagnostic("unknowable", Diagnostic.Severity.WARNING, Optional.of(span), message, ""),
        touches);
  }

  Optional<SqlExpr> expression(String text) {
    return tolerant(CatalogText.plain(text), StatementBuilder::expression);
  }

  Optional<SqlType> type(String text) {
    return tolerant(text, StatementBuilder::type);
  }

  private <T> Optional<T> tolerant(String text, Function<StatementBuilder, T> read) {
    try {
      MySqlGrammar grammar = new MySqlGrammar(comments.unwrap(text), ReadingMode.PLAIN);
      if (grammar.isTooMuch()) {
        return Optional.empty();
      }
      return Optional.of(read.apply(new StatementBuilder(grammar, dialect)));
    } catch (Refusal | StackOverflowError e) {
      return Optional.empty();
    }
  }
}
