package dev.schemend.parser.postgres;

import dev.schemend.code.CodeFrontend;
import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Routine;
import dev.schemend.name.Identifier;
import dev.schemend.parser.code.CodeCursor;
import dev.schemend.parser.code.CodeDialect;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import dev.schemend.parser.code.QueryReader;
import dev.schemend.parser.code.TypeNames;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}, as far as a call needs them. */
final class RoutineReader {

  // Code of the server itself, which changes no user's schema.
  private static final Set<String> COMPILED = Set.of("c", "internal");

  private final Lexemes lexemes;
  private final CodeDialect dialect;
  private final CodeFrontend frontend;
  private String language = "sql";
  private boolean returnsSet;
  private boolean returnsNothing;
  private Optional<List<Identifier>> searchPath = Optional.empty();
  private Optional<String> code = Optional.empty();
  private final List<Routine.Parameter> parameters = new ArrayList<>();

  RoutineReader(String definition, CodeDialect dialect, CodeFrontend frontend) {
    this.lexemes = Lexemes.of(definition, dialect);
    this.dialect = dialect;
    this.frontend = frontend;
  }

  Optional<Routine> routine() {
    lexemes.expect("create");
    lexemes.take("or", "replace");
    if (!lexemes.take("function") && !lexemes.take("procedure")) {
      return Optional.empty();
    }
    lexemes.objectName();
    lexemes.expectSymbol("(");
    while (!lexemes.takeSymbol(")")) {
      parameters.add(parameter());
      lexemes.takeSymbol(",");
    }
    if (lexemes.take("returns")) {
      result();
    }
    Optional<List<CodeStatement>> standard = attributes();
    Routine.Body body = standard.<Routine.Body>map(Routine.Body.OfSql::new).orElseGet(this::body);
    return Optional.of(new Routine(parameters, returnsSet, returnsNothing, body, searchPath));
  }

  private Routine.Parameter parameter() {
    Routine.Mode mode = mode();
    int start = lexemes.index();
    TypeName type = TypeNames.read(lexemes);
    boolean bare =
        lexemes.isSymbol(",")
            || lexemes.isSymbol(")")
            || lexemes.isSymbol("=")
            || lexemes.isSymbol(":=")
            || lexemes.is("default");
    Identifier name = Identifier.NONE;
    if (!bare) {
      lexemes.go(start);
      name = lexemes.name();
      if (mode == Routine.Mode.IN) {
        mode = mode();
      }
      type = TypeNames.read(lexemes);
    }
    Optional<Scalar> defaultValue = Optional.empty();
    if (lexemes.take("default") || lexemes.takeSymbol("=") || lexemes.takeSymbol(":=")) {
      defaultValue = Optional.of(new QueryReader(lexemes).expression());
    }
    return new Routine.Parameter(name, mode, type, defaultValue);
  }

  private Routine.Mode mode() {
    if (lexemes.take("out")) {
      return Routine.Mode.OUT;
    }
    if (lexemes.take("inout")) {
      return Routine.Mode.INOUT;
    }
    if (lexemes.take("variadic")) {
      return Routine.Mode.VARIADIC;
    }
    return lexemes.take("in") && lexemes.take("out") ? Routine.Mode.INOUT : Routine.Mode.IN;
  }

  private void result() {
    if (lexemes.take("table")) {
      returnsSet = true;
      lexemes.expectSymbol("(");
      do {
        Identifier name = lexemes.name();
        parameters.add(
            new Routine.Parameter(
                name, Routine.Mode.TABLE, TypeNames.read(lexemes), Optional.empty()));
      } while (lexemes.takeSymbol(","));
      lexemes.expectSymbol(")");
      return;
    }
    returnsSet = lexemes.is("setof");
    returnsNothing = lexemes.is("void");
    TypeNames.read(lexemes);
  }

  // In any order; what is not needed is stepped over.
  private Optional<List<CodeStatement>> attributes() {
    while (!lexemes.atEnd()) {
      if (lexemes.take("language")) {
        language = lexemes.next().text().toLowerCase(Locale.ROOT);
      } else if (lexemes.is("as") && lexemes.peek(1).kind() == Lexeme.Kind.STRING) {
        lexemes.next();
        code = Optional.of(lexemes.next().text());
      } else if (lexemes.is("set") && lexemes.peek(1).text().equals("search_path")) {
        lexemes.next();
        lexemes.next();
        searchPath = path();
      } else if (lexemes.take("return")) {
        Scalar value = new QueryReader(lexemes).expression();
        return Optional.of(
            List.of(
                new CodeStatement.Select(new CodeSpan(0, 0), Query.of(value), List.of(), false)));
      } else if (lexemes.take("begin", "atomic")) {
        return Optional.of(atomic());
      } else {
        lexemes.next();
      }
    }
    return Optional.empty();
  }

  // No schema is called like the user on the model.
  private Optional<List<Identifier>> path() {
    if (!lexemes.take("to") && !lexemes.takeSymbol("=")) {
      return Optional.empty();
    }
    List<Identifier> path = new ArrayList<>();
    do {
      Lexeme schema = lexemes.next();
      if (!schema.text().isEmpty() && !schema.text().equals("$user")) {
        path.add(Identifier.of(schema.text()));
      }
    } while (lexemes.takeSymbol(","));
    return Optional.of(path);
  }

  private List<CodeStatement> atomic() {
    CodeCursor cursor = new CodeCursor(lexemes, -1);
    List<CodeStatement> statements = new ArrayList<>();
    while (!lexemes.atEnd() && !lexemes.is("end")) {
      int start = lexemes.index();
      int end = cursor.statementEnd();
      lexemes.go(end);
      statements.add(frontend.statement(lexemes.text(start, end)));
      lexemes.takeSymbol(";");
    }
    return statements;
  }

  private Routine.Body body() {
    if (code.isEmpty() || COMPILED.contains(language)) {
      return new Routine.Body.OfSql(List.of());
    }
    return switch (language) {
      case "plpgsql" -> new Routine.Body.OfBlock(PlpgsqlReader.read(code.get(), dialect, -1));
      case "sql" -> {
        List<CodeStatement> statements = new ArrayList<>();
        SourceText text = new SourceText("function", code.get());
        for (StatementText one : new PostgresSplitter().split(text).statements()) {
          statements.add(sql(one.text()));
        }
        yield new Routine.Body.OfSql(statements);
      }
      default -> new Routine.Body.Foreign("is written in " + language);
    };
  }

  private CodeStatement sql(String text) {
    Lexeme first = Lexemes.of(text, dialect).peek();
    boolean query =
        first.isWord("select")
            || first.isWord("with")
            || first.isWord("values")
            || first.isWord("call")
            || first.isSymbol("(");
    return query
        ? frontend.statement(text)
        : new CodeStatement.Sql(new CodeSpan(0, 0), text, List.of());
  }
}
