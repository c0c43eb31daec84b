package dev.schemend.parser.postgres;

import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.code.CodeCursor;
import dev.schemend.parser.code.CodeSyntaxException;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import dev.schemend.parser.code.QueryReader;
import dev.schemend.query.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The statements of PL/pgSQL that end with their semicolon (manual, chapter 43). */
final class PlpgsqlStatements {

  private static final Set<String> LEVELS =
      Set.of("debug", "log", "info", "notice", "warning", "exception");
  private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");
  private static final Set<String> DIRECTIONS =
      Set.of(
          "next", "prior", "first", "last", "absolute", "relative", "forward", "backward", "all");

  private final CodeCursor cursor;
  private final Lexemes lexemes;

  PlpgsqlStatements(CodeCursor cursor) {
    this.cursor = cursor;
    this.lexemes = cursor.lexemes();
  }

  /** The statement here, its semicolon included. */
  CodeStatement statement() {
    CodeStatement statement = cursor.statement(this::read);
    lexemes.expectSymbol(";");
    return statement;
  }

  private CodeStatement read(int start, int end) {
    CodeSpan span = cursor.span(start, end);
    Lexeme first = lexemes.peek();
    if (first.isName() && isAssignment()) {
      Target target = reader().target();
      return assign(span, target, end);
    }
    if (first.kind() == Lexeme.Kind.PARAMETER && isAssignment()) {
      return assign(span, reader().target(), end);
    }
    if (first.kind() != Lexeme.Kind.WORD) {
      return first.isSymbol("(") ? select(span, end) : sql(span, start, end);
    }
    return switch (first.text()) {
      case "null", "commit", "rollback", "close", "assert" -> new CodeStatement.Nothing(span);
      case "exit" -> {
        lexemes.next();
        yield new CodeStatement.Exit(span, jumpLabel(), when(end));
      }
      case "continue" -> {
        lexemes.next();
        yield new CodeStatement.Continue(span, jumpLabel(), when(end));
      }
      case "return" -> result(span, end);
      case "raise" -> raise(span, end);
      case "execute" -> execute(span, end);
      case "perform" -> {
        lexemes.next();
        yield new CodeStatement.Select(span, cursor.query(end, true).query(), List.of(), false);
      }
      case "call" -> call(span);
      case "get" -> diagnostics(span);
      case "open" -> open(span, end);
      case "fetch", "move" -> fetch(span, end);
      case "select", "values" -> select(span, end);
      case "with" -> with(span, start, end);
      default -> sql(span, start, end);
    };
  }

  // name := value, name.field := value, name[1] := value; = is taken for := (43.5.1).
  private boolean isAssignment() {
    int start = lexemes.index();
    try {
      reader().target();
      return lexemes.isSymbol(":=") || lexemes.isSymbol("=");
    } catch (CodeSyntaxException noTarget) {
      return false;
    } finally {
      lexemes.go(start);
    }
  }

  private QueryReader reader() {
    return new QueryReader(lexemes);
  }

  private CodeStatement assign(CodeSpan span, Target target, int end) {
    lexemes.next();
    return new CodeStatement.Assign(span, target, cursor.expression(end));
  }

  private Identifier jumpLabel() {
    return lexemes.peek().isName() && !lexemes.is("when") ? lexemes.name() : Identifier.NONE;
  }

  private Optional<Scalar> when(int end) {
    return lexemes.take("when") ? Optional.of(cursor.expression(end)) : Optional.empty();
  }

  private CodeStatement result(CodeSpan span, int end) {
    lexemes.next();
    if (lexemes.take("next")) {
      Optional<Scalar> row =
          lexemes.index() == end ? Optional.empty() : Optional.of(cursor.expression(end));
      return new CodeStatement.ReturnRows(span, row, Optional.empty());
    }
    if (lexemes.take("query")) {
      CodeStatement.RowSource rows;
      if (lexemes.take("execute")) {
        rows = text(end);
      } else {
        boolean query = reader().startsQuery();
        rows =
            query
                ? new CodeStatement.RowSource.OfQuery(cursor.query(end, false).query())
                : new CodeStatement.RowSource.OfServer("the rows of a table");
      }
      return new CodeStatement.ReturnRows(span, Optional.empty(), Optional.of(rows));
    }
    return new CodeStatement.Return(
        span, lexemes.index() == end ? Optional.empty() : Optional.of(cursor.expression(end)));
  }

  // 43.9.1: RAISE [level] {'format' | condition | SQLSTATE 'code'} [, …] [USING option = value, …]
  private CodeStatement raise(CodeSpan span, int end) {
    lexemes.next();
    if (lexemes.index() == end) {
      return new CodeStatement.Reraise(span);
    }
    String level = lexemes.isOneOf(LEVELS) ? lexemes.next().text() : "exception";
    if (!level.equals("exception")) {
      return new CodeStatement.Nothing(span);
    }
    String condition = "raise_exception";
    String message = "an error that the code raises";
    Lexeme first = lexemes.peek();
    if (first.kind() == Lexeme.Kind.STRING) {
      message = lexemes.next().text();
    } else if (lexemes.take("sqlstate")) {
      condition = "sqlstate " + lexemes.next().text();
    } else if (first.isName() && !first.isWord("using")) {
      condition = lexemes.next().text().toLowerCase(Locale.ROOT);
    }
    return new CodeStatement.Raise(span, option(condition, end), message);
  }

  private String option(String condition, int end) {
    while (lexemes.index() < end) {
      Lexeme lexeme = lexemes.next();
      if (lexeme.isWord("errcode") && (lexemes.takeSymbol("=") || lexemes.takeSymbol(":="))) {
        String code = lexemes.peek().text();
        boolean state = code.matches("[0-9A-Z]{5}");
        return state ? "sqlstate " + code : code.toLowerCase(Locale.ROOT);
      }
    }
    return condition;
  }

  private CodeStatement execute(CodeSpan span, int end) {
    lexemes.next();
    Scalar command = cursor.expression(Math.min(end, cursor.find(Set.of("into", "using"), true)));
    List<Scalar> using = List.of();
    List<Target> into = List.of();
    while (lexemes.index() < end) {
      if (lexemes.take("into")) {
        lexemes.take("strict");
        into = targets();
      } else if (lexemes.take("using")) {
        using = list(Math.min(end, cursor.find(Set.of("into"), true)));
      } else {
        throw new CodeSyntaxException("expecting INTO or USING", lexemes.peek());
      }
    }
    return new CodeStatement.Execute(span, command, using, into);
  }

  /** {@code EXECUTE command [USING …]} as a source of rows, {@code EXECUTE} read. */
  CodeStatement.RowSource text(int end) {
    Scalar command = cursor.expression(Math.min(end, cursor.find(Set.of("using"), true)));
    List<Scalar> using = lexemes.take("using") ? list(end) : List.of();
    return new CodeStatement.RowSource.OfText(command, using);
  }

  private List<Scalar> list(int end) {
    List<Scalar> list = new ArrayList<>();
    while (lexemes.index() < end) {
      int comma = cursor.findSymbol(",", end);
      list.add(cursor.expression(comma < 0 ? end : comma));
      lexemes.takeSymbol(",");
    }
    return list;
  }

  /** Targets, parted by commas. */
  List<Target> targets() {
    return new QueryReader(lexemes).targets();
  }

  /** The arguments in brackets, of which the first is read; the last too then. */
  List<Scalar> arguments() {
    List<Scalar> arguments =
        new QueryReader(lexemes).arguments().stream().map(Scalar.Call.Argument::value).toList();
    lexemes.expectSymbol(")");
    return arguments;
  }

  private CodeStatement call(CodeSpan span) {
    lexemes.next();
    ObjectName name = lexemes.objectName();
    lexemes.expectSymbol("(");
    List<Scalar.Call.Argument> arguments = new QueryReader(lexemes).arguments();
    lexemes.expectSymbol(")");
    return new CodeStatement.Call(span, name, arguments);
  }

  private CodeStatement diagnostics(CodeSpan span) {
    lexemes.next();
    if (!lexemes.take("current")) {
      lexemes.take("stacked");
    }
    lexemes.expect("diagnostics");
    List<Target> into = new ArrayList<>();
    do {
      into.add(reader().target());
      lexemes.next();
      lexemes.next();
    } while (lexemes.takeSymbol(","));
    return new CodeStatement.Ask(span, "what GET DIAGNOSTICS tells", into);
  }

  private CodeStatement open(CodeSpan span, int end) {
    lexemes.next();
    Identifier name = lexemes.name();
    lexemes.take("no");
    lexemes.take("scroll");
    if (lexemes.take("for")) {
      CodeStatement.RowSource rows =
          lexemes.take("execute")
              ? text(end)
              : new CodeStatement.RowSource.OfQuery(cursor.query(end, false).query());
      return new CodeStatement.Open(span, name, Optional.of(rows), List.of());
    }
    List<Scalar> arguments = lexemes.takeSymbol("(") ? arguments() : List.of();
    return new CodeStatement.Open(span, name, Optional.empty(), arguments);
  }

  // FETCH [direction {FROM | IN}] cursor INTO targets
  private CodeStatement fetch(CodeSpan span, int end) {
    lexemes.next();
    boolean next = true;
    boolean directed = lexemes.isOneOf(DIRECTIONS) && !lexemes.peek(1).isWord("into");
    if (directed) {
      next = lexemes.next().isWord("next");
      while (!lexemes.is("from")
          && !lexemes.is("in")
          && lexemes.index() + 1 < end
          && !lexemes.peek(1).isWord("into")) {
        next = false;
        lexemes.next();
      }
    }
    if (!lexemes.take("from")) {
      lexemes.take("in");
    }
    Identifier name = lexemes.name();
    List<Target> into = lexemes.take("into") ? targets() : List.of();
    return new CodeStatement.Fetch(span, name, next, into);
  }

  private CodeStatement select(CodeSpan span, int end) {
    CodeCursor.ReadQuery read = cursor.query(end, false);
    return new CodeStatement.Select(span, read.query(), read.into(), read.strict());
  }

  // What WITH leads to may change rows.
  private CodeStatement with(CodeSpan span, int start, int end) {
    if (changesRows(start, end)) {
      return new CodeStatement.Ask(span, "the rows of a table", cursor.into(start, end));
    }
    return select(span, end);
  }

  private boolean changesRows(int start, int end) {
    Lexemes part = lexemes.between(start, end);
    while (!part.atEnd()) {
      if (part.isSymbol("(")) {
        part.skipBrackets();
      } else if (part.isOneOf(CHANGES)) {
        return true;
      } else {
        part.next();
      }
    }
    return false;
  }

  // The INTO of INSERT … RETURNING is the code's, not the statement's.
  private CodeStatement sql(CodeSpan span, int start, int end) {
    return new CodeStatement.Sql(span, lexemes.text(start, end), cursor.into(start, end));
  }
}
