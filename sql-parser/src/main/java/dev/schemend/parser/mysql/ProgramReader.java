package dev.schemend.parser.mysql;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The compound statements of stored programs (manual, 15.6; MariaDB Knowledge Base, "Programmatic
 * and Compound Statements").
 */
final class ProgramReader {

  private final CodeCursor cursor;
  private final Lexemes lexemes;
  private final ProgramStatements statements;
  // DECLARE … CONDITION: names of conditions, as a handler has them.
  private final Map<String, String> conditions = new HashMap<>();

  /**
   * A reader of one statement.
   *
   * @param offset where the text begins in the one that spans count from; -1 where its places mean
   *     nothing
   */
  ProgramReader(String text, CodeDialect dialect, int offset) {
    this.lexemes = Lexemes.of(text, dialect);
    this.cursor = new CodeCursor(lexemes, offset);
    this.statements = new ProgramStatements(cursor, conditions);
  }

  /** The one statement that the text is. */
  CodeStatement single() {
    CodeStatement statement = statement();
    while (lexemes.takeSymbol(";")) {
      // Terminators that a client left in place.
    }
    if (!lexemes.atEnd()) {
      throw new CodeSyntaxException("expecting the end of the statement", lexemes.peek());
    }
    return statement;
  }

  private List<CodeStatement> list(Set<String> ends) {
    List<CodeStatement> list = new ArrayList<>();
    while (!lexemes.isOneOf(ends)) {
      if (lexemes.atEnd()) {
        throw new CodeSyntaxException("expecting END", lexemes.peek());
      }
      list.add(statement());
      lexemes.expectSymbol(";");
    }
    return list;
  }

  private CodeStatement statement() {
    int start = lexemes.index();
    Identifier label = label();
    Lexeme first = lexemes.peek();
    return switch (first.kind() == Lexeme.Kind.WORD ? first.text() : "") {
      case "begin" -> block(label);
      case "if" -> choice();
      case "case" -> cases();
      case "loop" -> {
        lexemes.next();
        List<CodeStatement> body = list(Set.of("end"));
        end("loop");
        yield new CodeStatement.Loop(cursor.span(start), label, body);
      }
      case "while" -> {
        lexemes.next();
        Scalar condition = cursor.expression(cursor.find(Set.of("do"), true));
        lexemes.expect("do");
        List<CodeStatement> body = list(Set.of("end"));
        end("while");
        yield new CodeStatement.While(cursor.span(start), label, condition, false, body);
      }
      case "repeat" -> {
        lexemes.next();
        List<CodeStatement> body = list(Set.of("until"));
        lexemes.expect("until");
        Scalar condition = cursor.expression(cursor.find(Set.of("end"), true));
        end("repeat");
        yield new CodeStatement.While(cursor.span(start), label, condition, true, body);
      }
      case "for" -> loop(start, label);
      default -> statements.statement();
    };
  }

  private Identifier label() {
    boolean labelled = lexemes.peek().isName() && lexemes.peek(1).isSymbol(":");
    if (!labelled) {
      return Identifier.NONE;
    }
    Identifier label = lexemes.name();
    lexemes.expectSymbol(":");
    return label;
  }

  private void end(String of) {
    lexemes.expect("end", of);
    if (lexemes.peek().isName()) {
      lexemes.name();
    }
  }

  private CodeStatement.Block block(Identifier label) {
    int start = lexemes.index();
    lexemes.expect("begin");
    lexemes.take("not", "atomic");
    List<Declaration> declarations = new ArrayList<>();
    List<Handler> handlers = new ArrayList<>();
    while (lexemes.is("declare")) {
      declaration(declarations, handlers);
      lexemes.expectSymbol(";");
    }
    List<CodeStatement> body = list(Set.of("end"));
    lexemes.expect("end");
    if (lexemes.peek().isName()) {
      lexemes.name();
    }
    return new CodeStatement.Block(cursor.span(start), label, declarations, body, handlers);
  }

  private void declaration(List<Declaration> declarations, List<Handler> handlers) {
    lexemes.expect("declare");
    if (lexemes.isOneOf(Set.of("continue", "exit", "undo")) && lexemes.peek(1).isWord("handler")) {
      handlers.add(handler());
      return;
    }
    List<Identifier> names = new ArrayList<>();
    do {
      names.add(lexemes.name());
    } while (lexemes.takeSymbol(","));
    if (lexemes.take("condition", "for")) {
      conditions.put(names.getFirst().key(), condition());
    } else if (lexemes.take("cursor")) {
      declarations.add(cursorOf(names.getFirst()));
    } else {
      TypeName type = TypeNames.read(lexemes);
      Optional<Scalar> initial =
          lexemes.take("default")
              ? Optional.of(cursor.expression(cursor.statementEnd()))
              : Optional.empty();
      names.forEach(name -> declarations.add(new Declaration.Variable(name, type, initial)));
    }
  }

  private Declaration cursorOf(Identifier name) {
    List<Identifier> parameters = new ArrayList<>();
    if (lexemes.takeSymbol("(")) {
      do {
        lexemes.take("in");
        parameters.add(lexemes.name());
        TypeNames.read(lexemes);
      } while (lexemes.takeSymbol(","));
      lexemes.expectSymbol(")");
    }
    lexemes.expect("for");
    Query query = cursor.query(cursor.statementEnd(), false).query();
    return new Declaration.Cursor(name, parameters, Optional.of(query));
  }

  private Handler handler() {
    boolean goesOn = lexemes.next().isWord("continue");
    lexemes.expect("handler", "for");
    List<String> caught = new ArrayList<>();
    do {
      caught.add(condition());
    } while (lexemes.takeSymbol(","));
    return new Handler(
        caught, goesOn ? Handler.Action.GO_ON : Handler.Action.LEAVE, List.of(statement()));
  }

  private String condition() {
    if (lexemes.take("sqlstate")) {
      lexemes.take("value");
      return "sqlstate " + lexemes.next().text();
    }
    if (lexemes.take("not", "found")) {
      return "not found";
    }
    Lexeme lexeme = lexemes.next();
    if (lexeme.kind() == Lexeme.Kind.NUMBER) {
      return "error " + lexeme.text();
    }
    String name = lexeme.text().toLowerCase(Locale.ROOT);
    return conditions.getOrDefault(name, name);
  }

  private CodeStatement choice() {
    int start = lexemes.index();
    List<CodeStatement.If.Branch> branches = new ArrayList<>();
    List<CodeStatement> otherwise = List.of();
    lexemes.expect("if");
    do {
      Scalar condition = cursor.expression(cursor.find(Set.of("then"), true));
      lexemes.expect("then");
      branches.add(
          new CodeStatement.If.Branch(condition, list(Set.of("elseif", "elsif", "else", "end"))));
    } while (lexemes.take("elseif") || lexemes.take("elsif"));
    if (lexemes.take("else")) {
      otherwise = list(Set.of("end"));
    }
    lexemes.expect("end", "if");
    return new CodeStatement.If(cursor.span(start), branches, otherwise);
  }

  // A CASE that no branch fits is an error (15.6.5.1).
  private CodeStatement cases() {
    int start = lexemes.index();
    lexemes.expect("case");
    Optional<Scalar> operand =
        lexemes.is("when")
            ? Optional.empty()
            : Optional.of(cursor.expression(cursor.find(Set.of("when"), true)));
    List<CodeStatement.If.Branch> branches = new ArrayList<>();
    while (lexemes.take("when")) {
      Scalar value = cursor.expression(cursor.find(Set.of("then"), true));
      Scalar condition =
          operand.<Scalar>map(one -> new Scalar.Operation("=", List.of(one, value))).orElse(value);
      lexemes.expect("then");
      branches.add(new CodeStatement.If.Branch(condition, list(Set.of("when", "else", "end"))));
    }
    CodeSpan span = cursor.span(start);
    List<CodeStatement> otherwise =
        lexemes.take("else")
            ? list(Set.of("end"))
            : List.of(new CodeStatement.Raise(span, "case_not_found", "Case not found"));
    lexemes.expect("end", "case");
    return new CodeStatement.If(cursor.span(start), branches, otherwise);
  }

  // MariaDB: FOR i IN [REVERSE] low..high DO, FOR row IN (query) DO, FOR row IN cursor DO.
  private CodeStatement loop(int start, Identifier label) {
    lexemes.expect("for");
    Identifier variable = lexemes.name();
    lexemes.expect("in");
    int end = cursor.find(Set.of("do"), true);
    boolean reverse = lexemes.take("reverse");
    int dots = cursor.findSymbol(".", end);
    CodeStatement.RowSource rows = null;
    Scalar from = null;
    Scalar to = null;
    if (dots >= 0 && !lexemes.isSymbol("(")) {
      from = cursor.expression(dots);
      lexemes.expectSymbol(".");
      lexemes.expectSymbol(".");
      to = cursor.expression(end);
    } else if (lexemes.isSymbol("(")) {
      rows = new CodeStatement.RowSource.OfQuery(cursor.query(end, false).query());
    } else {
      rows = new CodeStatement.RowSource.OfCursor(lexemes.name(), List.of());
      lexemes.go(end);
    }
    lexemes.expect("do");
    List<CodeStatement> body = list(Set.of("end"));
    end("for");
    CodeSpan span = cursor.span(start);
    return rows == null
        ? new CodeStatement.ForRange(
            span, label, variable, reverse, from, to, Optional.empty(), body)
        : new CodeStatement.ForRows(
            span, label, List.of(new Target.Variable(List.of(variable))), rows, body);
  }
}
