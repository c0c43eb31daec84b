package dev.schemend.parser.postgres;

import dev.schemend.code.CodeFrontend;
import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Routine;
import dev.schemend.dialect.postgres.PostgresIdentifiers;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.code.CodeCursor;
import dev.schemend.parser.code.CodeDialect;
import dev.schemend.parser.code.CodeSyntaxException;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import dev.schemend.parser.code.QueryReader;
import dev.schemend.query.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's procedural code, and the queries that may call it. */
public final class PostgresCodeFrontend implements CodeFrontend {

  private static final CodeDialect DIALECT = new CodeDialect(new PostgresIdentifiers(), false);

  @Override
  public CodeStatement statement(String text) {
    Lexemes lexemes = Lexemes.of(text, DIALECT);
    CodeCursor cursor = new CodeCursor(lexemes, 0);
    int end = cursor.statementEnd();
    CodeSpan span = new CodeSpan(0, text.length());
    try {
      Lexeme first = lexemes.peek();
      return switch (first.kind() == Lexeme.Kind.WORD ? first.text() : "") {
        case "do" -> block(text, lexemes);
        case "call" -> call(span, lexemes);
        case "insert", "update", "delete", "merge", "copy", "truncate" ->
            new CodeStatement.Sql(span, text, List.of());
        default -> {
          CodeCursor.ReadQuery read = cursor.query(end, false);
          yield new CodeStatement.Select(span, read.query(), List.of(), false);
        }
      };
    } catch (CodeSyntaxException error) {
      return new CodeStatement.Unreadable(
          span, "the statement cannot be read: " + error.getMessage());
    }
  }

  // DO [LANGUAGE name] code [LANGUAGE name]
  private static CodeStatement block(String text, Lexemes lexemes) {
    lexemes.expect("do");
    String language = "plpgsql";
    Optional<Lexeme> body = Optional.empty();
    while (!lexemes.atEnd()) {
      if (lexemes.take("language")) {
        language = lexemes.next().text();
      } else {
        Lexeme lexeme = lexemes.next();
        if (lexeme.kind() == Lexeme.Kind.STRING && body.isEmpty()) {
          body = Optional.of(lexeme);
        }
      }
    }
    if (body.isEmpty()) {
      throw new CodeSyntaxException("expecting a string", lexemes.peek());
    }
    CodeSpan span = new CodeSpan(0, text.length());
    return language.equals("plpgsql")
        ? PlpgsqlReader.read(body.get().text(), DIALECT, bodyOffset(text, body.get()))
        : new CodeStatement.Unreadable(span, "a block in the language " + language);
  }

  // Only between dollars are the characters of the code those of the text.
  private static int bodyOffset(String text, Lexeme string) {
    boolean verbatim = text.charAt(string.start()) == '$';
    return verbatim ? text.indexOf('$', string.start() + 1) + 1 : -1;
  }

  private static CodeStatement call(CodeSpan span, Lexemes lexemes) {
    lexemes.expect("call");
    ObjectName name = lexemes.objectName();
    lexemes.expectSymbol("(");
    List<Scalar.Call.Argument> arguments = new QueryReader(lexemes).arguments();
    lexemes.expectSymbol(")");
    return new CodeStatement.Call(span, name, arguments);
  }

  @Override
  public Optional<Routine> routine(String definition) {
    try {
      return new RoutineReader(definition, DIALECT, this).routine();
    } catch (CodeSyntaxException | StackOverflowError unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<ObjectName> changed(String text) {
    Lexemes lexemes = Lexemes.of(text, DIALECT);
    if (!lexemes.isOneOf(Set.of("insert", "update", "delete", "truncate", "merge", "lock"))) {
      return Optional.empty();
    }
    lexemes.next();
    for (String word : List.of("into", "from", "table", "only")) {
      lexemes.take(word);
    }
    try {
      return Optional.of(lexemes.objectName()).filter(name -> !name.name().equals(Identifier.NONE));
    } catch (CodeSyntaxException noName) {
      return Optional.empty();
    }
  }
}
