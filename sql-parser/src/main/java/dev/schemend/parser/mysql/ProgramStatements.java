package dev.schemend.parser.mysql;

import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.code.CodeCursor;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import dev.schemend.parser.code.QueryReader;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of stored programs that hold no other statements (manual, 15.5 and 15.6). */
final class ProgramStatements {

  private static final Set<String> SCOPES =
      Set.of("session", "local", "global", "persist", "persist_only");
  private static final Set<String> OTHER_SESSIONS = Set.of("global", "persist", "persist_only");

  private final CodeCursor cursor;
  private final Lexemes lexemes;
  private final Map<String, String> conditions;

  /**
   * A reader.
   *
   * @param conditions those that blocks around declare, by name
   */
  ProgramStatements(CodeCursor cursor, Map<String, String> conditions) {
    this.cursor = cursor;
    this.lexemes = cursor.lexemes();
    this.conditions = conditions;
  }

  /** The statement here, without its semicolon. */
  CodeStatement statement() {
    return cursor.statement(this::read);
  }

  private CodeStatement read(int start, int end) {
    CodeSpan span = cursor.span(start, end);
    Lexeme first = lexemes.peek();
    return switch (first.kind() == Lexeme.Kind.WORD ? first.text() : "") {
      case "set" -> set(span, end);
      case "leave" -> {
        lexemes.next();
        yield new CodeStatement.Exit(span, lexemes.name(), Optional.empty());
      }
      case "iterate" -> {
        lexemes.next();
        yield new CodeStatement.Continue(span, lexemes.name(), Optional.empty());
      }
      case "return" -> {
        lexemes.next();
        yield new CodeStatement.Return(span, Optional.of(cursor.expression(end)));
      }
      case "select", "values", "with" -> select(span, start, end);
      case "do" -> {
        lexemes.next();
        yield new CodeStatement.Select(span, Query.of(cursor.expression(end)), List.of(), false);
      }
      case "call" -> call(span);
      case "prepare" -> {
        lexemes.next();
        Identifier name = lexemes.name();
        lexemes.expect("from");
        yield new CodeStatement.Prepare(span, name, cursor.expression(end));
      }
      case "execute" -> execute(span, end);
      case "deallocate", "close", "commit", "rollback", "savepoint" ->
          new CodeStatement.Nothing(span);
      case "drop" ->
          lexemes.is("drop", "prepare") ? new CodeStatement.Nothing(span) : sql(span, start, end);
      case "open" -> {
        lexemes.next();
        yield new CodeStatement.Open(span, lexemes.name(), Optional.empty(), List.of());
      }
      case "fetch" -> {
        lexemes.next();
        lexemes.take("next");
        lexemes.take("from");
        Identifier name = lexemes.name();
        lexemes.expect("into");
        yield new CodeStatement.Fetch(span, name, true, new QueryReader(lexemes).targets());
      }
      case "signal" -> signal(span, end);
      case "resignal" -> new CodeStatement.Reraise(span);
      case "get" -> diagnostics(span, end);
      default -> first.isSymbol("(") ? select(span, start, end) : sql(span, start, end);
    };
  }

  private CodeStatement sql(CodeSpan span, int start, int end) {
    return new CodeStatement.Sql(span, lexemes.text(start, end), List.of());
  }

  // SET variable = value [, …]; SET NAMES, SET TRANSACTION and the like assign nothing.
  private CodeStatement set(CodeSpan span, int end) {
    lexemes.expect("set");
    List<CodeStatement> assignments = new ArrayList<>();
    while (lexemes.index() < end) {
      int comma = cursor.findSymbol(",", end);
      int stop = comma < 0 ? end : comma;
      assignment(span, stop).ifPresent(assignments::add);
      lexemes.go(stop);
      lexemes.takeSymbol(",");
    }
    return assignments.size() == 1
        ? assignments.getFirst()
        : new CodeStatement.Block(span, Identifier.NONE, List.of(), assignments, List.of());
  }

  private Optional<CodeStatement> assignment(CodeSpan span, int stop) {
    String scope =
        lexemes.isOneOf(SCOPES) && !isEquals(1)
            ? lexemes.next().text().toLowerCase(Locale.ROOT)
            : "";
    if (isEquals(0)
        || !(lexemes.peek().isName() || lexemes.peek().kind() == Lexeme.Kind.VARIABLE)) {
      return Optional.empty();
    }
    Target target = new QueryReader(lexemes).target();
    if (!isEquals(0)) {
      return Optional.empty();
    }
    lexemes.next();
    if (!scope.isEmpty()
        && target instanceof Target.Variable variable
        && variable.path().size() == 1) {
      target = new Target.SessionVariable("@@" + variable.path().getFirst().key());
    }
    Scalar value = cursor.expression(stop);
    return OTHER_SESSIONS.contains(scope) || isElsewhere(target)
        ? Optional.empty()
        : Optional.of(new CodeStatement.Assign(span, target, value));
  }

  private boolean isEquals(int ahead) {
    return lexemes.peek(ahead).isSymbol("=") || lexemes.peek(ahead).isSymbol(":=");
  }

  private static boolean isElsewhere(Target target) {
    return target instanceof Target.SessionVariable variable
        && (variable.name().startsWith("@@global.") || variable.name().startsWith("@@persist"));
  }

  private CodeStatement select(CodeSpan span, int start, int end) {
    List<Target> assigned = assigned(start, end);
    CodeCursor.ReadQuery read = cursor.query(end, false);
    if (!assigned.isEmpty()) {
      return new CodeStatement.Ask(span, "an assignment inside of a query", assigned);
    }
    return new CodeStatement.Select(span, read.query(), read.into(), read.strict());
  }

  // SELECT @a := …: the order of evaluation is the server's.
  private List<Target> assigned(int start, int end) {
    List<Target> targets = new ArrayList<>();
    Lexemes part = lexemes.between(start, end);
    while (!part.atEnd()) {
      Lexeme lexeme = part.next();
      if (lexeme.kind() == Lexeme.Kind.VARIABLE && part.isSymbol(":=")) {
        targets.add(new Target.SessionVariable(lexeme.text()));
      }
    }
    return targets;
  }

  private CodeStatement call(CodeSpan span) {
    lexemes.expect("call");
    ObjectName name = lexemes.objectName();
    List<Scalar.Call.Argument> arguments = List.of();
    if (lexemes.takeSymbol("(")) {
      arguments = new QueryReader(lexemes).arguments();
      lexemes.expectSymbol(")");
    }
    return new CodeStatement.Call(span, name, arguments);
  }

  // MariaDB: EXECUTE IMMEDIATE text [USING …]; both: EXECUTE name [USING …]
  private CodeStatement execute(CodeSpan span, int end) {
    lexemes.expect("execute");
    if (lexemes.take("immediate")) {
      int using = Math.min(end, cursor.find(Set.of("using"), true));
      Scalar command = cursor.expression(using);
      return new CodeStatement.Execute(span, command, using(end), List.of());
    }
    Identifier name = lexemes.name();
    return new CodeStatement.ExecutePrepared(span, name, using(end));
  }

  private List<Scalar> using(int end) {
    List<Scalar> list = new ArrayList<>();
    if (lexemes.take("using")) {
      while (lexemes.index() < end) {
        int comma = cursor.findSymbol(",", end);
        list.add(cursor.expression(comma < 0 ? end : comma));
        lexemes.takeSymbol(",");
      }
    }
    return list;
  }

  private CodeStatement signal(CodeSpan span, int end) {
    lexemes.expect("signal");
    String condition;
    if (lexemes.take("sqlstate")) {
      lexemes.take("value");
      condition = "sqlstate " + lexemes.next().text();
    } else {
      String name = lexemes.next().text().toLowerCase(Locale.ROOT);
      condition = conditions.getOrDefault(name, name);
    }
    String message = "an error that the code raises";
    while (lexemes.index() < end) {
      if (lexemes.take("message_text") && lexemes.takeSymbol("=")) {
        Lexeme text = lexemes.peek();
        message = text.kind() == Lexeme.Kind.STRING ? text.text() : message;
      }
      lexemes.next();
    }
    return new CodeStatement.Raise(span, condition, message);
  }

  private CodeStatement diagnostics(CodeSpan span, int end) {
    List<Target> into = new ArrayList<>();
    while (lexemes.index() < end) {
      boolean target =
          (lexemes.peek().isName() || lexemes.peek().kind() == Lexeme.Kind.VARIABLE)
              && lexemes.peek(1).isSymbol("=");
      if (target) {
        into.add(new QueryReader(lexemes).target());
      } else {
        lexemes.next();
      }
    }
    return new CodeStatement.Ask(span, "what GET DIAGNOSTICS tells", into);
  }
}
