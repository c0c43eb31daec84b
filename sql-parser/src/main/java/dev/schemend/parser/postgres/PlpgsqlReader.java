package dev.schemend.parser.postgres;

import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Declaration;
import dev.schemend.code.Handler;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.parser.code.CodeCursor;
import dev.schemend.parser.code.CodeDialect;
import dev.schemend.parser.code.CodeSyntaxException;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import dev.schemend.parser.code.TypeNames;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** PL/pgSQL blocks (manual, chapter 43, "Structure of PL/pgSQL" and "Control Structures"). */
final class PlpgsqlReader {

  private final CodeCursor cursor;
  private final Lexemes lexemes;
  private final PlpgsqlStatements statements;
  private final Set<Identifier> cursors = new HashSet<>();

  private PlpgsqlReader(String body, CodeDialect dialect, int offset) {
    this.lexemes = Lexemes.of(body, dialect);
    this.cursor = new CodeCursor(lexemes, offset);
    this.statements = new PlpgsqlStatements(cursor);
  }

  /**
   * The block that {@code body} is; one of a single unreadable statement where it is none.
   *
   * @param offset where the body begins in the text that spans count from; -1 where its characters
   *     are not those of that text
   */
  static CodeStatement.Block read(String body, CodeDialect dialect, int offset) {
    PlpgsqlReader reader = new PlpgsqlReader(body, dialect, offset);
    try {
      return reader.whole();
    } catch (CodeSyntaxException error) {
      return unreadable(reader.cursor.span(reader.lexemes.index()), error.getMessage());
    } catch (StackOverflowError tooDeep) {
      return unreadable(new CodeSpan(0, 0), "nested too deeply");
    }
  }

  private static CodeStatement.Block unreadable(CodeSpan span, String why) {
    return new CodeStatement.Block(
        span,
        Identifier.NONE,
        List.of(),
        List.of(new CodeStatement.Unreadable(span, "the code cannot be read: " + why)),
        List.of());
  }

  private CodeStatement.Block whole() {
    // #option lines: how names are resolved, what is printed.
    while (lexemes.isSymbol("#")) {
      lexemes.next();
      lexemes.next();
      lexemes.next();
    }
    CodeStatement.Block block = block(label());
    lexemes.takeSymbol(";");
    if (!lexemes.atEnd()) {
      throw new CodeSyntaxException("expecting the end of the code", lexemes.peek());
    }
    return block;
  }

  private Identifier label() {
    if (!lexemes.takeSymbol("<<")) {
      return Identifier.NONE;
    }
    Identifier label = lexemes.name();
    lexemes.expectSymbol(">>");
    return label;
  }

  private CodeStatement.Block block(Identifier label) {
    int start = lexemes.index();
    List<Declaration> declarations = new ArrayList<>();
    while (lexemes.take("declare")) {
      while (!lexemes.is("begin") && !lexemes.is("declare") && !lexemes.isSymbol("<<")) {
        declaration().ifPresent(declarations::add);
      }
    }
    lexemes.expect("begin");
    List<CodeStatement> body = list(Set.of("end", "exception"));
    List<Handler> handlers = new ArrayList<>();
    if (lexemes.take("exception")) {
      while (lexemes.take("when")) {
        handlers.add(handler());
      }
    }
    lexemes.expect("end");
    if (lexemes.peek().isName()) {
      lexemes.name();
    }
    return new CodeStatement.Block(cursor.span(start), label, declarations, body, handlers);
  }

  private Handler handler() {
    List<String> conditions = new ArrayList<>();
    do {
      if (lexemes.take("sqlstate")) {
        conditions.add("sqlstate " + lexemes.next().text());
      } else {
        conditions.add(lexemes.nameLexeme().text().toLowerCase(Locale.ROOT));
      }
    } while (lexemes.take("or"));
    lexemes.expect("then");
    return new Handler(conditions, Handler.Action.UNDO_AND_LEAVE, list(Set.of("when", "end")));
  }

  // "Declarations": name [CONSTANT] type [COLLATE c] [NOT NULL] [{DEFAULT | := | =} value];
  private Optional<Declaration> declaration() {
    Identifier name = lexemes.name();
    if (lexemes.take("alias", "for")) {
      Lexeme other = lexemes.peek();
      Identifier original =
          other.kind() == Lexeme.Kind.PARAMETER
              ? Identifier.of("$" + lexemes.next().text())
              : lexemes.name();
      lexemes.expectSymbol(";");
      return Optional.of(new Declaration.Alias(name, original));
    }
    int here = lexemes.index();
    lexemes.take("no");
    lexemes.take("scroll");
    if (lexemes.take("cursor")) {
      return Optional.of(cursorOf(name));
    }
    lexemes.go(here);
    lexemes.take("constant");
    TypeName type = TypeNames.read(lexemes);
    if (lexemes.take("collate")) {
      lexemes.objectName();
    }
    lexemes.take("not", "null");
    Optional<Scalar> initial = Optional.empty();
    if (lexemes.take("default") || lexemes.takeSymbol(":=") || lexemes.takeSymbol("=")) {
      initial = Optional.of(cursor.expression(cursor.statementEnd()));
    }
    lexemes.expectSymbol(";");
    if (type.name().equals("refcursor")) {
      cursors.add(name);
    }
    return Optional.of(new Declaration.Variable(name, type, initial));
  }

  private Declaration cursorOf(Identifier name) {
    List<Identifier> parameters = new ArrayList<>();
    if (lexemes.takeSymbol("(")) {
      do {
        parameters.add(lexemes.name());
        TypeNames.read(lexemes);
      } while (lexemes.takeSymbol(","));
      lexemes.expectSymbol(")");
    }
    if (!lexemes.take("for")) {
      lexemes.expect("is");
    }
    Query query = cursor.query(cursor.statementEnd(), false).query();
    lexemes.expectSymbol(";");
    cursors.add(name);
    return new Declaration.Cursor(name, parameters, Optional.of(query));
  }

  // ------------------------------------------------------------ statements

  private List<CodeStatement> list(Set<String> ends) {
    List<CodeStatement> list = new ArrayList<>();
    while (!lexemes.isOneOf(ends)) {
      if (lexemes.atEnd()) {
        throw new CodeSyntaxException("expecting END", lexemes.peek());
      }
      list.add(statement());
    }
    return list;
  }

  private CodeStatement statement() {
    int start = lexemes.index();
    Identifier label = label();
    Lexeme first = lexemes.peek();
    CodeStatement compound =
        switch (first.kind() == Lexeme.Kind.WORD ? first.text() : "") {
          case "declare", "begin" -> block(label);
          case "if" -> choice();
          case "case" -> cases();
          case "loop" -> {
            lexemes.next();
            yield new CodeStatement.Loop(cursor.span(start), label, loopBody());
          }
          case "while" -> {
            lexemes.next();
            Scalar condition = cursor.expression(cursor.find(Set.of("loop"), true));
            lexemes.expect("loop");
            CodeSpan span = cursor.span(start);
            yield new CodeStatement.While(span, label, condition, false, loopBody());
          }
          case "for" -> loop(start, label);
          case "foreach" -> each(start, label);
          default -> null;
        };
    if (compound != null) {
      lexemes.expectSymbol(";");
      return compound;
    }
    return statements.statement();
  }

  private List<CodeStatement> loopBody() {
    if (lexemes.is("loop")) {
      lexemes.next();
    }
    List<CodeStatement> body = list(Set.of("end"));
    lexemes.expect("end", "loop");
    if (lexemes.peek().isName()) {
      lexemes.name();
    }
    return body;
  }

  private CodeStatement choice() {
    int start = lexemes.index();
    List<CodeStatement.If.Branch> branches = new ArrayList<>();
    List<CodeStatement> otherwise = List.of();
    lexemes.next();
    do {
      Scalar condition = cursor.expression(cursor.find(Set.of("then"), true));
      lexemes.expect("then");
      branches.add(
          new CodeStatement.If.Branch(condition, list(Set.of("elsif", "elseif", "else", "end"))));
    } while (lexemes.take("elsif") || lexemes.take("elseif"));
    if (lexemes.take("else")) {
      otherwise = list(Set.of("end"));
    }
    lexemes.expect("end", "if");
    return new CodeStatement.If(cursor.span(start), branches, otherwise);
  }

  // A CASE that no branch fits is an error (43.6.5.1).
  private CodeStatement cases() {
    int start = lexemes.index();
    lexemes.next();
    Optional<Scalar> operand =
        lexemes.is("when")
            ? Optional.empty()
            : Optional.of(cursor.expression(cursor.find(Set.of("when"), true)));
    List<CodeStatement.If.Branch> branches = new ArrayList<>();
    while (lexemes.take("when")) {
      Scalar condition = condition(operand, cursor.find(Set.of("then"), true));
      lexemes.expect("then");
      branches.add(new CodeStatement.If.Branch(condition, list(Set.of("when", "else", "end"))));
    }
    CodeSpan span = cursor.span(start);
    List<CodeStatement> otherwise =
        List.of(new CodeStatement.Raise(span, "case_not_found", "case not found"));
    if (lexemes.take("else")) {
      otherwise = list(Set.of("end"));
    }
    lexemes.expect("end", "case");
    return new CodeStatement.If(cursor.span(start), branches, otherwise);
  }

  private Scalar condition(Optional<Scalar> operand, int end) {
    if (operand.isEmpty()) {
      return cursor.expression(end);
    }
    Scalar any = null;
    while (lexemes.index() < end) {
      int comma = cursor.findSymbol(",", end);
      Scalar value = cursor.expression(comma < 0 ? end : comma);
      lexemes.takeSymbol(",");
      Scalar same = new Scalar.Operation("=", List.of(operand.get(), value));
      any = any == null ? same : new Scalar.Operation("or", List.of(any, same));
    }
    if (any == null) {
      throw new CodeSyntaxException("expecting a value", lexemes.peek());
    }
    return any;
  }

  private CodeStatement loop(int start, Identifier label) {
    lexemes.next();
    List<Target> targets = statements.targets();
    lexemes.expect("in");
    int end = cursor.find(Set.of("loop"), true);
    boolean reverse = lexemes.take("reverse");
    int dots = cursor.findSymbol("..", end);
    if (dots >= 0) {
      return range(start, label, targets, reverse, dots, end);
    }
    CodeStatement.RowSource rows = rows(end);
    lexemes.expect("loop");
    CodeSpan span = cursor.span(start);
    return new CodeStatement.ForRows(span, label, targets, rows, loopBody());
  }

  private CodeStatement range(
      int start, Identifier label, List<Target> targets, boolean reverse, int dots, int end) {
    if (!(targets.getFirst() instanceof Target.Variable variable)) {
      throw new CodeSyntaxException("expecting a variable", lexemes.peek());
    }
    Scalar from = cursor.expression(dots);
    lexemes.expectSymbol("..");
    int by = cursor.find(Set.of("by", "loop"), true);
    Scalar to = cursor.expression(by);
    Optional<Scalar> step =
        lexemes.take("by") ? Optional.of(cursor.expression(end)) : Optional.empty();
    lexemes.expect("loop");
    CodeSpan span = cursor.span(start);
    return new CodeStatement.ForRange(
        span, label, variable.path().getFirst(), reverse, from, to, step, loopBody());
  }

  private CodeStatement.RowSource rows(int end) {
    if (lexemes.take("execute")) {
      return statements.text(end);
    }
    Lexeme first = lexemes.peek();
    boolean name = first.isName() && !first.isWord("select") && !first.isWord("with");
    if (name) {
      int here = lexemes.index();
      Identifier of = lexemes.name();
      if (cursors.contains(of) || lexemes.index() == end) {
        List<Scalar> arguments = new ArrayList<>();
        if (lexemes.takeSymbol("(")) {
          arguments.addAll(statements.arguments());
        }
        lexemes.go(end);
        return new CodeStatement.RowSource.OfCursor(of, arguments);
      }
      lexemes.go(here);
    }
    if (first.isWord("insert") || first.isWord("update") || first.isWord("delete")) {
      lexemes.go(end);
      return new CodeStatement.RowSource.OfServer("the rows of a table");
    }
    return new CodeStatement.RowSource.OfQuery(cursor.query(end, false).query());
  }

  private CodeStatement each(int start, Identifier label) {
    lexemes.next();
    List<Target> targets = statements.targets();
    boolean slice = lexemes.take("slice");
    if (slice) {
      slice = !lexemes.next().text().equals("0");
    }
    lexemes.expect("in", "array");
    Scalar array = cursor.expression(cursor.find(Set.of("loop"), true));
    lexemes.expect("loop");
    CodeSpan span = cursor.span(start);
    return new CodeStatement.ForEach(span, label, targets, slice, array, loopBody());
  }
}
